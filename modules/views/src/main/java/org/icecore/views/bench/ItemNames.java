package org.icecore.views.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.evidence.MemberPath;

/// Gives each opened file a short name of its own.
final class ItemNames {
    private static final List<String> ENDINGS =
            List.of(
                    ".tar.gz",
                    ".tar.zst",
                    ".tar.xz",
                    ".tar.bz2",
                    ".tgz",
                    ".tzst",
                    ".txz",
                    ".tbz2",
                    ".tar",
                    ".zip");

    /// `checkpoint-POD_NAMESPACE-CONTAINER-TIME`: what tells two of a container apart is the time alone.
    ///
    /// Source: kubelet, `CheckpointContainer`.
    private static final Pattern OF_KUBELET =
            Pattern.compile("checkpoint-.+-\\d{4}-\\d{2}-\\d{2}T(\\d{2}:\\d{2}:\\d{2})\\S*");

    private ItemNames() {}

    /// The file name without the ending of an archive; `after-2` where `after` is taken.
    static CheckpointId of(Path path, Collection<CheckpointId> taken) {
        return of(Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(""), taken);
    }

    /// As [#of(Path, Collection)], for one of several checkpoints: after its own name, `before` for `pod.zip: before.tar`.
    static CheckpointId of(CheckpointSource source, Collection<CheckpointId> taken) {
        var own =
                source.within()
                        .map(within -> new MemberPath(within).last())
                        .filter(name -> !name.isBlank());
        return own.map(name -> of(name, taken)).orElseGet(() -> of(source.path(), taken));
    }

    private static CheckpointId of(String name, Collection<CheckpointId> taken) {
        var lower = name.toLowerCase(Locale.ROOT);
        var stem =
                ENDINGS.stream()
                        .filter(lower::endsWith)
                        .findFirst()
                        .map(ending -> name.substring(0, name.length() - ending.length()))
                        .orElse(name)
                        .replace('/', '_');
        var time = OF_KUBELET.matcher(stem);
        var base = stem.isBlank() ? "checkpoint" : time.matches() ? time.group(1) : stem;
        var id = new CheckpointId(base);
        for (var number = 2; taken.contains(id); number++) {
            id = new CheckpointId(base + "-" + number);
        }
        return id;
    }
}
