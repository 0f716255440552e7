package org.icecore.checkpoint.content;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.layout.Documents;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;

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

    /// Whether a change is an entry of an archive that lies in the checkpoint as it is, and not one of those that were
    /// unpacked into it, nor a line of the list of deletions.
    public static boolean isInArchive(Checkpoint checkpoint, RootfsChange change) {
        var member = change.at().member();
        return !new MemberPath(member).last().equals(Documents.DELETED_FILES)
                && checkpoint.archive().find(member).isPresent();
    }

    /// Whether the last thing that the export says of a path is such an entry.
    public static boolean isInArchive(Checkpoint checkpoint, String path) {
        return last(checkpoint, path).filter(change -> isInArchive(checkpoint, change)).isPresent();
    }

    /// The place of the last thing that the export says of a path.
    public static Optional<Location> of(Checkpoint checkpoint, String path) {
        return last(checkpoint, path).flatMap(change -> of(checkpoint, change));
    }

    private static Optional<RootfsChange> last(Checkpoint checkpoint, String path) {
        return checkpoint.rootfsChanges().found().stream()
                .flatMap(changes -> changes.stream())
                .filter(change -> change.path().equals(path))
                .reduce((_, last) -> last);
    }
}
