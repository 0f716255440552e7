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
    private final Absences first;
    private final Absences second;
    private final ThreadDifferences.Filters filters;
    private final Set<List<Optional<Long>>> comparedTables = new HashSet<>();
    private final Map<Long, List<Pid>> tableHolders = new HashMap<>();

    Comparer(Checkpoint before, Checkpoint after) {
        this.before = before;
        this.after = after;
        this.first = new Absences(before);
        this.second = new Absences(after);
        this.filters =
                new ThreadDifferences.Filters(FilterChains.of(before), FilterChains.of(after));
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
        var all = new Ledger(first, second);
        new ContainerDifferences(before, after, all).compare();
        new NetworkDifferences(before, after, all).compare();
        new MountDifferences(before, after, all).compare();
        new SocketDifferences(before, after, all).compare();
        new KernelDifferences(before, after, all).compare();
        new StorageDifferences(before, after, all).compare();
        Progress asked = (_, _) -> progress.advance(0, -1);
        var unread = new ArrayList<>(new TmpfsDifferences(before, after, all, asked).compare());
        unread.addAll(new VolumeDifferences(before, after, all, asked).compare());
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
                Coverage.without(new UnknownFates(before, after, all.changes()).gaps())
                        .and(coverage(tasks))
                        .and(Coverage.without(unread)));
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
        var old = before.tasks().find(pid);
        var now = after.tasks().find(pid);
        if (old.isEmpty()) {
            return came(now.orElseThrow());
        }
        if (now.isEmpty()) {
            return went(old.get());
        }
        var identity = TaskIdentity.of(old.get(), now.get()).within(match);
        var pair =
                new TaskPair(
                        before,
                        after,
                        old.get(),
                        now.get(),
                        tablesNote(old.get(), now.get()),
                        filters,
                        new Ledger(first, second));
        return identity.same()
                ? pair.same(identity.reason(), walk)
                : pair.replaced(identity.reason());
    }

    /// Images of tasks of earlier dumps can lie beside those of this one; it is the process tree that tells them apart.
    private static String remnant(String reason) {
        return "it is known by its core image alone, which may be left from an earlier dump: "
                + reason;
    }

    /// What became of a task that is in one of them.
    private TaskComparison alone(
            Change change, Fate sure, Optional<Task> old, Optional<Task> now, String absence) {
        var ledger = new Ledger(first, second);
        old.or(() -> now)
                .flatMap(task -> task.kin().absence())
                .ifPresentOrElse(
                        reason -> ledger.unknown(change, remnant(reason)),
                        () -> ledger.add(change));
        var told = ledger.changes().getFirst();
        return new TaskComparison(
                change.task().orElseThrow(),
                told instanceof Change.Unknown ? Fate.UNKNOWN : sure,
                old,
                now,
                told instanceof Change.Unknown doubtful ? doubtful.reason() : absence,
                ledger.changes(),
                List.of(),
                Optional.empty());
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
        return alone(
                change,
                Fate.ADDED,
                Optional.empty(),
                Optional.of(task),
                "the first checkpoint has no task of this pid");
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
        return alone(
                change,
                Fate.REMOVED,
                Optional.of(task),
                Optional.empty(),
                "the second checkpoint has no task of this pid");
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
