package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.task.Task;

/// What became of each pid, as rows.
final class TaskComparisonTable {

    private TaskComparisonTable() {}

    static ResultTable<TaskComparison> of(Comparison comparison) {
        return new ResultTable<>(
                "taskComparison",
                "Tasks",
                COLUMNS,
                comparison.tasks(),
                task ->
                        new ArtefactRef.OfTask(
                                (task.after().isPresent()
                                                ? comparison.after()
                                                : comparison.before())
                                        .id(),
                                task.pid()),
                task -> task.after().or(task::before).map(Task::at),
                comparison.coverage());
    }

    private static final List<Column<TaskComparison>> COLUMNS =
            List.of(
                    Column.number(
                            "pid",
                            "Pid",
                            "Process id as the container sees it",
                            task -> task.pid().value()),
                    Column.text("fate", "Fate", "What became of it", task -> task.fate().label()),
                    Column.of(
                            "before",
                            "Before",
                            ColumnKind.CODE,
                            "Command line in the first checkpoint",
                            task -> title(task, task.before(), "not in the first checkpoint")),
                    Column.of(
                            "after",
                            "After",
                            ColumnKind.CODE,
                            "Command line in the second checkpoint",
                            task -> title(task, task.after(), "not in the second checkpoint")),
                    Column.number(
                            "changes",
                            "Changes",
                            "Number of changes; what cannot be told is none",
                            TaskComparison::changed),
                    count(
                            "pagesChanged",
                            "Pages changed",
                            ColumnKind.NUMBER,
                            "Pages with a changed byte",
                            MemoryCounts::pagesChanged),
                    count(
                            "bytesChanged",
                            "Bytes changed",
                            ColumnKind.NUMBER,
                            "Bytes known on both sides and different",
                            MemoryCounts::bytesChanged),
                    count(
                            "bytesCompared",
                            "Compared",
                            ColumnKind.BYTES,
                            "Bytes that both checkpoints know",
                            MemoryCounts::bytesCompared),
                    count(
                            "bytesNotComparable",
                            "Not comparable",
                            ColumnKind.BYTES,
                            "Bytes mapped in both that one or both do not hold",
                            MemoryCounts::bytesNotComparable),
                    Column.text(
                            "reason",
                            "Evidence",
                            "By what evidence it is or is not the same process",
                            TaskComparison::reason));

    private static Cell title(TaskComparison comparison, Optional<Task> task, String absent) {
        return task.map(present -> Cell.text(present.title()))
                .orElseGet(
                        () ->
                                comparison.fate() == TaskComparison.Fate.UNKNOWN
                                        ? Cell.notCaptured(comparison.reason())
                                        : Cell.notApplicable(absent));
    }

    private static Column<TaskComparison> count(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            ToLongFunction<MemoryCounts> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                task ->
                        task.memory()
                                .map(memory -> value.applyAsLong(memory.counts()))
                                .map(
                                        count ->
                                                kind == ColumnKind.BYTES
                                                        ? new Cell.Bytes(count)
                                                        : Cell.number(count))
                                .orElseGet(
                                        () ->
                                                Cell.notApplicable(
                                                        "there is no memory of one process on both sides")));
    }
}
