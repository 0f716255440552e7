package org.icecore.checkpoint.content;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Location;

/// Where the entries that tell of changes of the root file system can be shown.
public final class RootfsPlaces {

    private static final String UNPACKED = " (unpacked)";

    private RootfsPlaces() {}

    /// The bytes of the entry in the export. Of a compressed layer the entry's content, which is a member of the archive as a
    /// whole, or else the layer.
    public static Optional<Location> of(Checkpoint checkpoint, RootfsChange change) {
        var at = change.at();
        if (checkpoint.archive().find(at.member()).isPresent()) {
            return Optional.of(at);
        }
        return change.entry()
                .filter(entry -> checkpoint.archive().find(entry.name()).isPresent())
                .map(entry -> Location.of(entry.name(), 0, entry.size()))
                .or(
                        () ->
                                Optional.of(at.member())
                                        .filter(member -> member.endsWith(UNPACKED))
                                        .map(
                                                member ->
                                                        member.substring(
                                                                0,
                                                                member.length()
                                                                        - UNPACKED.length()))
                                        .map(layer -> Location.of(layer, 0, 0)));
    }

    /// The place of the last thing that the export says of a path.
    public static Optional<Location> of(Checkpoint checkpoint, String path) {
        return checkpoint.rootfsChanges().found().stream()
                .flatMap(changes -> changes.stream())
                .filter(change -> change.path().equals(path))
                .reduce((_, last) -> last)
                .flatMap(change -> of(checkpoint, change));
    }
}
