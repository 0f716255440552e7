package org.icecore.views.images;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.RootfsPlaces;
import org.icecore.evidence.Location;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.ShowsBytes;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.part.Parts;

/// What can be done with images from any selection: open the selected one, or the one that holds what is selected. Used on
/// the UI thread.
public final class ImageDeeds {
    private final BenchSelection selection;
    private final Parts parts;

    public ImageDeeds(BenchSelection selection, Parts parts) {
        this.selection = selection;
        this.parts = parts;
    }

    /// Opens the selected image.
    public Handler open() {
        return handler(
                selected(
                        ref ->
                                switch (ref) {
                                    case ArtefactRef.OfMember _, ArtefactRef.OfImageEntry _ -> true;
                                    case ArtefactRef.OfCheckpoint _,
                                            ArtefactRef.OfTask _,
                                            ArtefactRef.OfThread _,
                                            ArtefactRef.OfVma _,
                                            ArtefactRef.OfMemory _,
                                            ArtefactRef.OfDescriptor _,
                                            ArtefactRef.OfOpenFile _,
                                            ArtefactRef.OfMount _,
                                            ArtefactRef.OfRootfsEntry _ ->
                                            false;
                                }));
    }

    /// Opens the image, or the export of the root file system, that what is selected was read from, at its bytes.
    public Handler reveal() {
        return handler(selected(_ -> true));
    }

    private Handler handler(ObservableValue<Optional<Place>> place) {
        return Handler.of(
                () -> place.getValue().ifPresent(this::show), place.map(Optional::isPresent));
    }

    private record Place(MemberKey key, Location at) {}

    private ObservableValue<Optional<Place>> selected(Function<ArtefactRef, Boolean> fits) {
        return selection.ref().map(ref -> ref.filter(fits::apply).flatMap(this::place));
    }

    private Optional<Place> place(ArtefactRef ref) {
        return selection
                .checkpoint()
                .get()
                .filter(checkpoint -> checkpoint.id().equals(ref.checkpoint()))
                .flatMap(checkpoint -> place(checkpoint, ref));
    }

    private static Optional<Place> place(Checkpoint checkpoint, ArtefactRef ref) {
        return ImagePlaces.of(checkpoint, ref)
                .map(at -> new Place(new MemberKey(checkpoint.id(), at.member()), at));
    }

    /// Selects the member that holds what is selected in the list of all members.
    ///
    /// @param view that lists them
    public Handler revealMember(String view) {
        var place = selection.ref().map(ref -> ref.flatMap(this::holder));
        return Handler.of(
                () ->
                        place.getValue()
                                .ifPresent(
                                        member -> {
                                            parts.revealView(view);
                                            selection.select(view, member);
                                        }),
                place.map(Optional::isPresent));
    }

    private Optional<ArtefactRef> holder(ArtefactRef ref) {
        return ref instanceof ArtefactRef.OfMember || isInArchive(ref)
                ? Optional.of(ref)
                : place(ref)
                        .map(
                                place ->
                                        new ArtefactRef.OfMember(
                                                ref.checkpoint(), place.at().member()));
    }

    /// The list of all members has those of the exported root file system, too.
    private boolean isInArchive(ArtefactRef ref) {
        return ref instanceof ArtefactRef.OfRootfsEntry(var id, var path)
                && selection
                        .checkpoint()
                        .get()
                        .filter(checkpoint -> checkpoint.id().equals(id))
                        .filter(checkpoint -> RootfsPlaces.isInArchive(checkpoint, path))
                        .isPresent();
    }

    private void show(Place place) {
        var opened = parts.openEditor(place.key());
        if (opened.orElse(null) instanceof ShowsBytes editor && place.at().range().length() > 0) {
            editor.show(place.at().range());
        }
    }
}
