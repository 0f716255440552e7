package org.icecore.analysis.content;

import java.util.List;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;

/// Labels of tasks where the inventory says that CRIU found no security module: there was none to have a label of.
final class LsmColumn {

    private static final String ID = "lsm";
    private static final String NONE = "NO_LSM";

    private LsmColumn() {}

    /// `columns` with that of the labels as this checkpoint has it.
    ///
    /// @param thread of a row
    static <R> List<Column<R>> in(
            Checkpoint checkpoint, List<Column<R>> columns, Function<R, TaskThread> thread) {
        return checkpoint
                        .inventory()
                        .found()
                        .flatMap(root -> root.lsm())
                        .filter(NONE::equals)
                        .isEmpty()
                ? columns
                : columns.stream()
                        .map(column -> column.id().equals(ID) ? without(column, thread) : column)
                        .toList();
    }

    private static <R> Column<R> without(Column<R> column, Function<R, TaskThread> thread) {
        return Column.of(
                column.id(),
                column.title(),
                column.kind(),
                column.tooltip(),
                row ->
                        unlabelled(thread.apply(row))
                                ? Cell.notApplicable("there was no LSM: the inventory says " + NONE)
                                : column.cell(row));
    }

    private static boolean unlabelled(TaskThread thread) {
        return thread.core()
                .found()
                .flatMap(ThreadCore::credentials)
                .filter(credentials -> credentials.lsmProfile().isEmpty())
                .isPresent();
    }
}
