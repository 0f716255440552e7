package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.GhostFile;

/// Compares what is stored beside the tasks: changes of the root file system, ghost files, members of the archive.
final class StorageDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    StorageDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare() {
        new RootfsDifferences(first, second, ledger).compare();
        ghosts();
        new MemberDifferences(first, second, ledger).compare();
    }

    /// A ghost file and a path that leads to it; its id is numbered anew by each dump.
    private record NamedGhost(String path, GhostFile file, CheckpointId checkpoint) {

        Side side() {
            return new Side(
                    "%s, mode 0%o, owner %d:%d, modified %s"
                            .formatted(
                                    CellText.exactBytes(file.size()),
                                    file.mode(),
                                    file.uid(),
                                    file.gid(),
                                    file.modified()
                                            .map(CellText::exactMoment)
                                            .orElse("not recorded")),
                    new ArtefactRef.OfMember(checkpoint, file.at().member()),
                    Optional.of(file.at()));
        }
    }

    private void ghosts() {
        Keyed.of(ghosts(first), ghosts(second), NamedGhost::path)
                .each(
                        (before, after) -> {
                            var old = before.side();
                            var now = after.side();
                            if (!old.text().equals(now.text())) {
                                ledger.add(
                                        new Change.Changed(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                after.path(),
                                                "file",
                                                old,
                                                now,
                                                ""));
                            }
                        },
                        before ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                before.path(),
                                                before.side(),
                                                "")),
                        after ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                after.path(),
                                                after.side(),
                                                "")));
    }

    private static List<NamedGhost> ghosts(Checkpoint checkpoint) {
        var paths = new HashMap<GhostFile, String>();
        for (var file : checkpoint.files()) {
            checkpoint.ghost(file).ifPresent(ghost -> paths.putIfAbsent(ghost, file.link()));
        }
        var named = new ArrayList<NamedGhost>();
        for (var ghost : checkpoint.ghostFiles()) {
            var path = paths.getOrDefault(ghost, "ghost file without a name");
            named.add(new NamedGhost(path, ghost, checkpoint.id()));
        }
        return named;
    }
}
