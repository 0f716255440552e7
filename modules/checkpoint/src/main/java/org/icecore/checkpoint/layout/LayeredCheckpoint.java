package org.icecore.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// A checkpoint whose parts lie in one or several layers of an image, each told by the layer that it lies in.
///
/// @param ways what the names of the members of those layers begin with
/// @param note that a later layer replaces or deletes images of an earlier one
record LayeredCheckpoint(
        Arrangement arrangement, SequencedSet<String> ways, Optional<Defect> note) {

    /// Stands for all layers of an image where one of them would be named.
    private static final String ALL = "all layers: ";

    /// @param found in all layers together
    /// @param way to the archive that the image lies in
    static LayeredCheckpoint of(
            Arrangement found,
            Layers layers,
            Images.Found.Image image,
            SequencedMap<String, String> parts,
            String way) {
        var ways = new LinkedHashSet<String>();
        if (found.hasImages()) {
            ways.addAll(layers.ofImages(found.images()));
        }
        var directory = found.documents().directory();
        var documents = layers.files(directory);
        documents.values().forEach(member -> ways.add(layers.way(member)));
        var main = ways.getFirst();
        var elsewhere = new LinkedHashMap<String, String>();
        documents.forEach(
                (name, member) -> {
                    var whole = layers.way(member) + member.name();
                    if (!whole.equals(main + directory + name)) {
                        elsewhere.put(name, whole);
                    }
                });
        var spread = new LinkedHashMap<String, String>();
        var hidden = List.<String>of();
        if (found.hasImages()) {
            hidden = layers.hidden(found.images());
            spread.putAll(spread(found.images(), layers));
            if (hidden.isEmpty()
                    && spread.entrySet().stream()
                            .allMatch(
                                    file ->
                                            file.getValue()
                                                    .equals(
                                                            main
                                                                    + found.images()
                                                                    + file.getKey()))) {
                spread.clear();
            }
        }
        var inOne = main + found.images();
        var arrangement =
                new Arrangement(
                        main + found.name(),
                        new Layout(found.layout().form(), image.packaging()),
                        found.hasImages()
                                ? spread.isEmpty() ? inOne : way + ALL + found.images()
                                : found.images(),
                        new Documents(main + directory, elsewhere, image.annotations(), parts),
                        spread);
        return new LayeredCheckpoint(arrangement, ways, note(hidden));
    }

    private static SequencedMap<String, String> spread(String directory, Layers layers) {
        var spread = new LinkedHashMap<String, String>();
        layers.files(directory)
                .forEach((name, member) -> spread.put(name, layers.way(member) + member.name()));
        return spread;
    }

    private static Optional<Defect> note(List<String> hidden) {
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Defect(
                                Location.of(hidden.getFirst(), 0, 0),
                                "a later layer of the image replaces or deletes it%s: who runs the image does not get it, and it is not read as part of the checkpoint"
                                        .formatted(
                                                hidden.size() == 1
                                                        ? ""
                                                        : ", as it does with %d other images"
                                                                .formatted(hidden.size() - 1)),
                                Defect.Kind.ODD));
    }
}
