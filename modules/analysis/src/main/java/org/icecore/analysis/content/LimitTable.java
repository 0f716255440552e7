package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.ResourceLimit;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskCore;
import org.icecore.evidence.Location;

/// The resource limits of the tasks.
public final class LimitTable {

    private LimitTable() {}

    /// A limit and whose it is.
    public record Row(Pid pid, ResourceLimit limit, Location at) {}

    /// One row per task and limit.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        return new ResultTable<>(
                "limits",
                "Resource limits",
                COLUMNS,
                TaskRows.of(tasks, LimitTable::rows),
                row -> new ArtefactRef.OfTask(checkpoint.id(), row.pid()),
                row -> Optional.of(row.at()),
                Gaps.ofTasks(tasks, "resource limits", LimitTable::recorded));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.number("pid", "Pid", "Process id of the task", row -> row.pid().value()),
                    Column.text("resource", "Resource", "RLIMIT_* name", row -> row.limit().name()),
                    Column.of(
                            "soft",
                            "Soft",
                            ColumnKind.TEXT,
                            "What the kernel enforces",
                            row -> limit(row.limit().soft())),
                    Column.of(
                            "hard",
                            "Hard",
                            ColumnKind.TEXT,
                            "How far the task may raise the soft limit",
                            row -> limit(row.limit().hard())));

    /// A zombie has none; any other task without limits was dumped without them.
    private static Observed<List<ResourceLimit>> recorded(Task task) {
        return switch (task.core()) {
            case Observed.Present<TaskCore>(var core, var at) ->
                    core.limits().isEmpty()
                            ? Observed.notCaptured(
                                    "the core image of this %s task records none"
                                            .formatted(core.state().label()))
                            : Observed.present(core.limits(), at);
            case Observed.NotCaptured<TaskCore>(var reason) -> Observed.notCaptured(reason);
            case Observed.Malformed<TaskCore>(var at, var defect) ->
                    new Observed.Malformed<>(at, defect);
        };
    }

    private static List<Row> rows(Task task) {
        return task.core() instanceof Observed.Present<TaskCore>(var core, var at)
                ? Told.of(core.limits(), limit -> new Row(task.pid(), limit, at))
                : List.of();
    }

    private static Cell limit(long value) {
        return value == -1 ? Cell.text("unlimited") : Cell.text(ResourceLimit.text(value));
    }
}
