package org.icecore.analysis.acquisition;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;

/// How many mapped bytes come from where, over all tasks; what two tasks map counts twice.
final class MemoryTally {

    /// @param bytes mapped
    /// @param tasks that map some of them
    /// @param first the first mapping that has some
    record Part(long bytes, int tasks, Optional<Location> first) {

        static final Part NONE = new Part(0, 0, Optional.empty());
    }

    private static final class Sum {
        private long bytes;
        private final Set<Pid> tasks = new HashSet<>();
        private Optional<Location> first = Optional.empty();

        private void add(long more, Task task, Location at) {
            bytes += more;
            tasks.add(task.pid());
            first = first.or(() -> Optional.of(at));
        }

        private Part part() {
            return new Part(bytes, tasks.size(), first);
        }
    }

    private final Map<Origin.Gap, Sum> gaps = new EnumMap<>(Origin.Gap.class);
    private final Map<String, Sum> captured = new LinkedHashMap<>();
    private final Sum zero = new Sum();
    private final Sum stray = new Sum();

    static MemoryTally of(Checkpoint checkpoint) {
        var tally = new MemoryTally();
        for (var task : checkpoint.tasks().all()) {
            task.memory().found().ifPresent(space -> tally.add(checkpoint, task, space));
        }
        return tally;
    }

    private void add(
            Checkpoint checkpoint, Task task, org.icecore.checkpoint.memory.AddressSpace space) {
        var directories =
                checkpoint.account().parents().stream().map(parent -> parent.directory()).toList();
        if (space.strayBytes() > 0) {
            stray.add(space.strayBytes(), task, task.at());
        }
        for (var vma : space.vmas()) {
            for (var extent : space.walk(vma.range())) {
                long bytes = extent.range().length();
                switch (extent.origin()) {
                    case Origin.Captured(var at, _) ->
                            captured.computeIfAbsent(
                                            directories.stream()
                                                    .filter(
                                                            directory ->
                                                                    new MemberPath(at.member())
                                                                            .isFileIn(directory))
                                                    .findFirst()
                                                    .orElse(""),
                                            _ -> new Sum())
                                    .add(bytes, task, at);
                    case Origin.Zero _ -> zero.add(bytes, task, vma.at());
                    case Origin.NotCaptured(var gap, _) ->
                            gaps.computeIfAbsent(gap, _ -> new Sum()).add(bytes, task, vma.at());
                    case Origin.NotMapped _ -> {
                        // Mapped as it is by its own list.
                    }
                }
            }
        }
    }

    Part missing(Origin.Gap gap) {
        return gaps.containsKey(gap) ? gaps.get(gap).part() : Part.NONE;
    }

    /// What is stored in an earlier dump.
    Part storedIn(String directory) {
        return captured.containsKey(directory) ? captured.get(directory).part() : Part.NONE;
    }

    /// What is stored in this dump.
    Part stored() {
        return captured.containsKey("") ? captured.get("").part() : Part.NONE;
    }

    /// What is stored at addresses that are not mapped.
    Part stray() {
        return stray.part();
    }

    Part zero() {
        return zero.part();
    }
}
