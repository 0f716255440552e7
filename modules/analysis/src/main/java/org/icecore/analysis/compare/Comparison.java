package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Progress;

/// What changed between two checkpoints, all kinds of things, memory down to the byte.
///
/// Tasks are matched by pid and taken for the same process by their memory layout. Things of one task are matched by the
/// name the kernel gives them (address, descriptor, tid, variable). A checkpoint compared with itself gives no changes.
/// Immutable; the ranges of memory refer to both checkpoints, which must stay open as long as bytes are wanted.
///
/// @param match whether the two are of one container, and which is the older: to be shown before all else
/// @param tasks one per pid of either checkpoint, ascending
/// @param changes all changes: container, mounts, sockets, storage, then task by task
/// @param coverage what could not be compared
public record Comparison(
        Checkpoint before,
        Checkpoint after,
        ContainerMatch match,
        List<TaskComparison> tasks,
        List<Change> changes,
        Coverage coverage) {

    /// Most runs of changed bytes that a comparison lists; beyond it, bytes and pages are still counted exactly.
    public static final int MOST_RANGES = 1 << 20;

    public Comparison {
        tasks = List.copyOf(tasks);
        changes = List.copyOf(changes);
    }

    /// Compares two open checkpoints. Reads all memory that both hold, a chunk at a time.
    ///
    /// @param progress counts stored bytes; cancelling it ends the comparison with its exception
    public static Comparison of(Checkpoint before, Checkpoint after, Progress progress) {
        return new Comparer(before, after).compare(progress);
    }

    /// What became of the pid, if either checkpoint has it.
    public Optional<TaskComparison> task(Pid pid) {
        return tasks.stream().filter(task -> task.pid().equals(pid)).findFirst();
    }

    /// Whether nothing changed.
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// What a reader must be warned of before believing the rest, with both checkpoints named; empty if there is no need.
    public Optional<String> warning() {
        return match.needsWarning()
                ? Optional.of(match.warning(before.title(), after.title()))
                : Optional.empty();
    }

    /// All changes as a table; narrow it with [ResultTable#where].
    public ResultTable<Change> table() {
        return ChangeTable.of(changes, coverage);
    }

    /// The tasks as a table.
    public ResultTable<TaskComparison> taskTable() {
        return TaskComparisonTable.of(this);
    }

    /// The runs of memory of a task that are not the same or not comparable, in address order, with their first bytes; empty
    /// if there is no memory of one process on both sides.
    public ResultTable<MemoryRange> memoryTable(Pid pid) {
        return MemoryRangeTable.of(this, pid);
    }

    /// The mappings of a task run by run, with what became of their bytes; empty if there is no memory of one process on
    /// both sides.
    public ResultTable<MappingComparison> mappingTable(Pid pid) {
        return MappingComparisonTable.of(this, pid, task(pid));
    }

    /// The same of one of its tasks, for whoever goes through all of them.
    public ResultTable<MappingComparison> mappingTable(TaskComparison task) {
        return MappingComparisonTable.of(this, task.pid(), Optional.of(task));
    }

    /// How many changes of each kind and mark there are.
    public Summary summary() {
        return Summary.of(this);
    }
}
