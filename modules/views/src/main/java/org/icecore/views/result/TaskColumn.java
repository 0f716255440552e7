package org.icecore.views.result;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.task.Task;

/// The name of the task beside its process id, for a reader who does not know the ids by heart.
public final class TaskColumn {
    /// Its id.
    public static final String ID = "comm";

    private TaskColumn() {}

    /// The same table with that column behind the others.
    public static <R> ResultTable<R> added(ResultTable<R> table, Function<R, Optional<Task>> task) {
        var columns = new ArrayList<>(table.columns());
        columns.add(
                Column.of(
                        ID,
                        "Task",
                        ColumnKind.CODE,
                        "Name of the task, as the kernel keeps it: up to 15 bytes, and any task can choose its own",
                        row ->
                                task.apply(row)
                                        .map(found -> Cell.text(found.comm()))
                                        .orElseGet(
                                                () ->
                                                        Cell.notCaptured(
                                                                "no task of the checkpoint has this id"))));
        return table.withColumns(columns);
    }
}
