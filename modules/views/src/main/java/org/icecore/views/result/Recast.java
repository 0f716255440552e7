package org.icecore.views.result;

import java.util.function.BiFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;

/// An answer whose cells the window writes in its own way: it has less room than a report, and a pointer that tells more.
public final class Recast {
    private Recast() {}

    /// The same table with other cells in one column.
    ///
    /// @param cell of a row, from the cell that the answer has
    public static <R> ResultTable<R> column(
            ResultTable<R> table,
            String id,
            ColumnKind kind,
            String tooltip,
            BiFunction<R, Cell, Cell> cell) {
        return table.withColumns(
                table.columns().stream()
                        .map(
                                column ->
                                        column.id().equals(id)
                                                ? Column.<R>of(
                                                        id,
                                                        column.title(),
                                                        kind,
                                                        tooltip,
                                                        row -> cell.apply(row, column.cell(row)))
                                                : column)
                        .toList());
    }

    /// The same table with other cells in one column of the same kind.
    public static <R> ResultTable<R> column(
            ResultTable<R> table, String id, BiFunction<R, Cell, Cell> cell) {
        return table.column(id)
                .map(column -> column(table, id, column.kind(), column.tooltip(), cell))
                .orElse(table);
    }
}
