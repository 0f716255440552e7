package org.icecore.checkpoint.join;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Gathered;
import org.icecore.criu.ImageEntry;
import org.icecore.criu.ImageFile;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Kernel objects of one kind while they are read, with what is wrong with their images. Bounded, since a hostile image can
/// hold millions of them.
final class Gathering<T> {

    private static final int MOST_DEFECTS = 1000;

    private final int room = (int) Math.min(1 << 22, Runtime.getRuntime().maxMemory() >> 11);
    private final ImageSet images;
    private final List<T> items = new ArrayList<>();
    private final List<String> absences = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private boolean any;
    private boolean full;

    Gathering(ImageSet images) {
        this.images = images;
    }

    /// Takes what an entry says.
    ///
    /// @param <M> the message
    interface Visitor<M extends Message> {

        /// Takes what `message` of the image in `source` says.
        void visit(ByteSource source, ImageName name, ImageEntry entry, M message)
                throws EvidenceException;
    }

    /// Hands the entries of all images of that kind to `visitor`.
    <M extends Message> Gathering<T> each(ImageKind kind, Class<M> type, Visitor<M> visitor) {
        images.names().stream()
                .filter(name -> name.kind() == kind)
                .forEach(name -> read(name, type, visitor));
        return this;
    }

    /// The images of that kind, whole.
    List<ImageFile> files(ImageKind kind) {
        var files = new ArrayList<ImageFile>();
        for (var name : images.names()) {
            if (name.kind() == kind) {
                any = true;
                images.read(name)
                        .ifPresentOrElse(files::add, () -> absences.add(images.absence(name)));
            }
        }
        files.forEach(file -> file.defects().forEach(this::defect));
        return files;
    }

    /// Takes what the bytes of a raw image say.
    interface RawVisitor {

        /// Takes what `source` says.
        void visit(ImageName name, ByteSource source) throws EvidenceException;
    }

    /// Hands the bytes of all images of that kind to `visitor`.
    Gathering<T> raw(ImageKind kind, RawVisitor visitor) {
        for (var name : images.names()) {
            if (name.kind() == kind) {
                any = true;
                var source = images.open(name);
                if (source.isEmpty()) {
                    absences.add(images.absence(name));
                } else {
                    try {
                        visitor.visit(name, source.get());
                    } catch (EvidenceException e) {
                        defect(Defect.of(e));
                    }
                }
            }
        }
        return this;
    }

    private <M extends Message> void read(ImageName name, Class<M> type, Visitor<M> visitor) {
        any = true;
        var source = images.open(name);
        if (source.isEmpty()) {
            absences.add(images.absence(name));
            return;
        }
        ImageFile.visit(
                        source.get(),
                        name,
                        entry -> {
                            if (type.isInstance(entry.message())) {
                                visitor.visit(
                                        source.get(), name, entry, type.cast(entry.message()));
                            }
                        })
                .defects()
                .forEach(this::defect);
    }

    void add(T item, Location at) {
        if (items.size() < room) {
            items.add(item);
        } else if (!full) {
            full = true;
            defects.add(
                    new Defect(
                            at,
                            "more than the %d of these that the memory of this program has room for; those from here on"
                                            .formatted(room)
                                    + " are left out"));
        }
    }

    /// Takes why something is not known, of which no image that was read is to blame.
    void absence(String sentence) {
        if (absences.size() < MOST_DEFECTS) {
            absences.add(sentence);
        }
    }

    void defect(Defect defect) {
        if (defects.size() < MOST_DEFECTS) {
            defects.add(defect);
        } else if (defects.size() == MOST_DEFECTS) {
            defects.add(new Defect(defect.at(), "more defects from here on, which are not listed"));
        }
    }

    /// The same of things that CRIU writes an image of only if there are any, but always one of kind `sign` beside them: where
    /// that is, there were none, unless the archive lost something.
    Gathered<T> done(ImageKind sign, String nothing) {
        if (any || images.names().stream().noneMatch(name -> name.kind() == sign)) {
            return done(nothing);
        }
        if (images.mayLack()) {
            absences.add(images.explain("no image of them is in the checkpoint"));
        }
        return new Gathered<>(items, absences, defects);
    }

    /// What was gathered; `nothing` says why, if there was no image to read.
    Gathered<T> done(String nothing) {
        if (!any) {
            absences.add(nothing);
        }
        return new Gathered<>(items, absences, defects);
    }
}
