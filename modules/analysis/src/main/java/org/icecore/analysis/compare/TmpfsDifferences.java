package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Progress;

/// Compares what lay in the tmpfs mounts that both checkpoints keep.
///
/// A tmpfs is the same if its mount point is. Where one checkpoint keeps a tmpfs and the other has it mounted but not kept, that
/// alone is told: its files need not have come or gone.
record TmpfsDifferences(Checkpoint first, Checkpoint second, Ledger ledger, Progress progress) {

    /// Gives what could not be compared, one sentence each.
    ///
    /// @throws CancellationException if the progress says so
    List<String> compare() {
        var files = new KeptFiles(ChangeKind.TMPFS, first, second, ledger, progress);
        var before = kept(first);
        var after = kept(second);
        var titles = new LinkedHashSet<>(before.keySet());
        titles.addAll(after.keySet());
        for (var title : titles) {
            var old = before.getOrDefault(title, List.of());
            var now = after.getOrDefault(title, List.of());
            if (old.isEmpty() && mounts(first, title)) {
                files.keptOnOneSide(title, old, now, missing(first));
            } else if (now.isEmpty() && mounts(second, title)) {
                files.keptOnOneSide(title, old, now, missing(second));
            } else {
                files.compare(old, now);
            }
        }
        return files.gaps();
    }

    /// The images by mount point; one can be upon another.
    private static Map<String, List<Tmpfs>> kept(Checkpoint checkpoint) {
        var kept = new LinkedHashMap<String, List<Tmpfs>>();
        for (var tmpfs : TmpfsFiles.in(checkpoint)) {
            kept.computeIfAbsent(tmpfs.title(), _ -> new ArrayList<>()).add(tmpfs);
        }
        return kept;
    }

    private static String missing(Checkpoint checkpoint) {
        return checkpoint
                .archive()
                .loss()
                .explain("it is mounted, and no image of its files is there");
    }

    private static boolean mounts(Checkpoint checkpoint, String mountPoint) {
        return checkpoint.mounts().stream()
                .anyMatch(mount -> mount.isTmpfs() && mount.mountPoint().equals(mountPoint));
    }
}
