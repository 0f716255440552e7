package org.icecore.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.icecore.checkpoint.container.Layout;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// A checkpoint whose parts lie in one or several layers of an image, each told by the layer that it lies in.
///
/// @param ways what the names of the members of those layers begin with
/// @param doubt what of it is not read
record LayeredCheckpoint(
        Arrangement arrangement, SequencedSet<String> ways, Optional<Defect> doubt) {

    private static final String WAY = ": ";

    /// @param found in all layers together
    static LayeredCheckpoint of(
            Arrangement found,
            Layers layers,
            Images.Found.Image image,
            SequencedMap<String, String> parts) {
        var ways = new LinkedHashSet<String>();
        var doubt = Optional.<Defect>empty();
        if (found.hasImages()) {
            ways.addAll(layers.ofImages(found.images()));
            doubt =
                    Optional.of(List.copyOf(ways))
                            .filter(all -> all.size() > 1)
                            .map(all -> spread(found, all));
        }
        var directory = found.documents().directory();
        var documents = layers.files(directory);
        documents.values().forEach(member -> ways.add(layers.way(member)));
        var main = ways.getFirst();
        var elsewhere = new LinkedHashMap<String, String>();
        documents.forEach(
                (name, member) -> {
                    var way = layers.way(member);
                    if (!way.equals(main)) {
                        elsewhere.put(name, way + directory + name);
                    }
                });
        var arrangement =
                new Arrangement(
                        main + found.name(),
                        new Layout(found.layout().form(), image.packaging()),
                        found.hasImages() ? main + found.images() : found.images(),
                        new Documents(main + directory, elsewhere, image.annotations(), parts));
        return new LayeredCheckpoint(arrangement, ways, doubt);
    }

    private static Defect spread(Arrangement found, List<String> ways) {
        return new Defect(
                Location.of(ways.getFirst() + found.images(), 0, 0),
                "the images lie in %d layers; only those in this one are read, those in %s are not"
                        .formatted(
                                ways.size(),
                                ways.stream()
                                        .skip(1)
                                        .map(way -> way.substring(0, way.length() - WAY.length()))
                                        .collect(Collectors.joining(", "))));
    }
}
