package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Progress;

/// Compares the named volumes that were exported with both checkpoints.
///
/// A volume is the same if its name is. Where one checkpoint has it exported and the other has not, nothing follows from the
/// files of the one, unless the configuration of the other lists its mounts and the volume is not among them.
record VolumeDifferences(Checkpoint first, Checkpoint second, Ledger ledger, Progress progress) {

    /// Gives what could not be compared, one sentence each.
    ///
    /// @throws CancellationException if the progress says so
    List<String> compare() {
        var files = new KeptFiles(ChangeKind.VOLUME, first, second, ledger, progress);
        var before = exported(first);
        var after = exported(second);
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            var old = before.getOrDefault(name, List.of());
            var now = after.getOrDefault(name, List.of());
            doubt(first, name, old)
                    .or(() -> doubt(second, name, now))
                    .ifPresentOrElse(
                            reason -> files.keptOnOneSide(title(old, now), old, now, reason),
                            () -> files.compare(old, now));
        }
        var gaps = new ArrayList<>(files.gaps());
        var mounted = TmpfsFiles.mountedVolumes(first);
        mounted.putAll(TmpfsFiles.mountedVolumes(second));
        names.forEach(mounted::remove);
        mounted.forEach(
                (name, mountPoint) ->
                        gaps.add(
                                "the files of the volume %s at %s: neither checkpoint has it exported"
                                        .formatted(name, mountPoint)));
        return List.copyOf(gaps);
    }

    private static Map<String, List<Tmpfs>> exported(Checkpoint checkpoint) {
        var exported = new LinkedHashMap<String, List<Tmpfs>>();
        for (var volume : TmpfsFiles.volumes(checkpoint)) {
            exported.computeIfAbsent(TmpfsFiles.volumeName(volume), _ -> new ArrayList<>())
                    .add(volume);
        }
        return exported;
    }

    private static String title(List<Tmpfs> old, List<Tmpfs> now) {
        return (now.isEmpty() ? old : now).getFirst().title();
    }

    /// Why a checkpoint that has no export of a volume may have had files in it all the same.
    private static Optional<String> doubt(Checkpoint checkpoint, String name, List<Tmpfs> kept) {
        if (!kept.isEmpty()) {
            return Optional.empty();
        }
        var missing =
                checkpoint.archive().loss().explain("it has no volumes/%s.tar".formatted(name));
        var mounted = TmpfsFiles.mountedVolumes(checkpoint).get(name);
        if (mounted != null) {
            return Optional.of("the volume is mounted at %s, but %s".formatted(mounted, missing));
        }
        return checkpoint.container().mounts().isEmpty()
                ? Optional.of(missing + ", and no configuration says whether it was mounted")
                : Optional.empty();
    }
}
