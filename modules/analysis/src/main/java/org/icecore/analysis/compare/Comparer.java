package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.TaskComparison.Fate;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Progress;

/// Carries out one comparison.
final class Comparer {

    private final Checkpoint before;
    private final Checkpoint after;
    private final Set<List<Optional<Long>>> comparedTables = new HashSet<>();
    private final Map<Long, List<Pid>> tableHolders = new HashMap<>();

    Comparer(Checkpoint before, Checkpoint after) {
        this.before = before;
        this.after = after;
        for (var task : after.tasks().all()) {
            KernelObjects.of(task.ids(), "files")
                    .ifPresent(
                            table ->
                                    tableHolders
                                            .computeIfAbsent(table, _ -> new ArrayList<>())
                                            .add(task.pid()));
        }
    }

    Comparison compare(Progress progress) {
        var all = new Ledger();
        new ContainerDifferences(before, after, all).compare();
        new NetworkDifferences(before, after, all).compare();
        new MountDifferences(before, after, all).compare();
        new SocketDifferences(before, after, all).compare();
        new KernelDifferences(before, after, all).compare();
        new StorageDifferences(before, after, all).compare();
        var unread =
                new TmpfsDifferences(before, after, all, (_, _) -> progress.advance(0, -1))
                        .compare();
        var pids = new TreeSet<Pid>();
        before.tasks().all().forEach(task -> pids.add(task.pid()));
        after.tasks().all().forEach(task -> pids.add(task.pid()));
        var walk =
                new MemoryWalk(
                        new RangeBudget(Comparison.MOST_RANGES),
                        new ComparisonProgress(progress, total(pids)));
        var match = ContainerMatching.of(before, after);
        var tasks = pids.stream().map(pid -> compare(pid, match, walk)).toList();
        tasks.forEach(task -> all.addAll(task.changes()));
        return new Comparison(
                before,
                after,
                match,
                tasks,
                all.changes(),
                coverage(tasks).and(Coverage.without(unread)));
    }

    private long total(Set<Pid> pids) {
        return pids.stream()
                .filter(
                        pid ->
                                before.tasks().find(pid).isPresent()
                                        && after.tasks().find(pid).isPresent())
                .mapToLong(pid -> captured(before, pid) + captured(after, pid))
                .sum();
    }

    private static long captured(Checkpoint checkpoint, Pid pid) {
        return checkpoint
                .tasks()
                .find(pid)
                .flatMap(task -> task.memory().found())
                .map(AddressSpace::capturedBytes)
                .orElse(0L);
    }

    private TaskComparison compare(Pid pid, ContainerMatch match, MemoryWalk walk) {
        var first = before.tasks().find(pid);
        var second = after.tasks().find(pid);
        if (first.isEmpty()) {
            return came(second.orElseThrow());
        }
        if (second.isEmpty()) {
            return went(first.get());
        }
        var identity = TaskIdentity.of(first.get(), second.get()).within(match);
        var pair =
                new TaskPair(
                        before,
                        after,
                        first.get(),
                        second.get(),
                        tablesNote(first.get(), second.get()));
        return identity.same()
                ? pair.same(identity.reason(), walk)
                : pair.replaced(identity.reason());
    }

    /// Where the process tree itself is lost, nobody knows which tasks there were.
    private static String reason(Checkpoint without, String which) {
        var absence = "the %s checkpoint has no task of this pid".formatted(which);
        return without.tasks().all().isEmpty()
                ? without.archive()
                        .loss()
                        .explain("no task of the %s checkpoint is known".formatted(which))
                : absence;
    }

    private TaskComparison came(Task task) {
        var change =
                new Change.Added(
                        ChangeKind.TASK,
                        Optional.of(task.pid()),
                        "task " + task.pid(),
                        new Side(
                                text(task),
                                new ArtefactRef.OfTask(after.id(), task.pid()),
                                Optional.of(task.at())),
                        StoredMemory.text(task));
        return new TaskComparison(
                task.pid(),
                Fate.ADDED,
                Optional.empty(),
                Optional.of(task),
                reason(before, "first"),
                List.of(change),
                List.of(),
                Optional.empty());
    }

    private TaskComparison went(Task task) {
        var change =
                new Change.Removed(
                        ChangeKind.TASK,
                        Optional.of(task.pid()),
                        "task " + task.pid(),
                        new Side(
                                text(task),
                                new ArtefactRef.OfTask(before.id(), task.pid()),
                                Optional.of(task.at())),
                        StoredMemory.text(task));
        return new TaskComparison(
                task.pid(),
                Fate.REMOVED,
                Optional.of(task),
                Optional.empty(),
                reason(after, "second"),
                List.of(change),
                List.of(),
                Optional.empty());
    }

    /// What the descriptor table's changes are to be noted with; empty if another task's comparison told them already.
    private Optional<String> tablesNote(Task first, Task second) {
        var firstTable = KernelObjects.of(first.ids(), "files");
        var secondTable = KernelObjects.of(second.ids(), "files");
        if (firstTable.isEmpty() || secondTable.isEmpty()) {
            return Optional.of("");
        }
        if (!comparedTables.add(List.of(firstTable, secondTable))) {
            return Optional.empty();
        }
        var sharers =
                tableHolders.getOrDefault(secondTable.get(), List.of()).stream()
                        .filter(pid -> !pid.equals(second.pid()))
                        .map(Pid::toString)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                sharers.isEmpty() ? "" : "the descriptor table is shared with pid " + sharers);
    }

    private Coverage coverage(List<TaskComparison> tasks) {
        var gaps = new ArrayList<String>();
        tasks.forEach(
                task ->
                        task.memory()
                                .ifPresent(
                                        memory ->
                                                memory.coverage()
                                                        .gaps()
                                                        .forEach(
                                                                gap ->
                                                                        gaps.add(
                                                                                "memory of task %s: %s"
                                                                                        .formatted(
                                                                                                task
                                                                                                        .pid(),
                                                                                                gap)))));
        return Coverage.without(gaps)
                .withLimits(
                        Stream.concat(
                                        Stream.of(
                                                "files of the root file system are compared by size, owner, mode and time, not by content"),
                                        Stream.of(before, after)
                                                .flatMap(
                                                        checkpoint ->
                                                                RootfsTable.limit(checkpoint)
                                                                        .stream())
                                                .distinct())
                                .toList());
    }

    static String text(Task task) {
        return "%s (comm %s, parent %s, executable %s)"
                .formatted(
                        task.title(),
                        task.comm(),
                        task.parent().map(Pid::toString).orElse("unknown"),
                        Observations.text(task.executable(), OpenFile::link));
    }
}
