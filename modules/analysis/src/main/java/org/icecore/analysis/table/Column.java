package org.icecore.analysis.table;

import java.util.function.Function;

/// A column of a table with rows of type `R`.
///
/// @param id stable name for filters, exports and preferences: `pid`, `state`
/// @param title heading
/// @param tooltip what the kernel's or CRIU's term means
/// @param value the cell of a row; must not change anything
public record Column<R>(
        String id, String title, ColumnKind kind, String tooltip, Function<R, Cell> value) {

    /// The cell of `row`.
    public Cell cell(R row) {
        return value.apply(row);
    }

    /// A column of words that every row has.
    public static <R> Column<R> text(
            String id, String title, String tooltip, Function<R, String> value) {
        return new Column<>(
                id, title, ColumnKind.TEXT, tooltip, row -> Cell.text(value.apply(row)));
    }

    /// A column of numbers that every row has.
    public static <R> Column<R> number(
            String id, String title, String tooltip, Function<R, ? extends Number> value) {
        return new Column<>(
                id,
                title,
                ColumnKind.NUMBER,
                tooltip,
                row -> Cell.number(value.apply(row).longValue()));
    }

    /// A column of any kind.
    public static <R> Column<R> of(
            String id, String title, ColumnKind kind, String tooltip, Function<R, Cell> value) {
        return new Column<>(id, title, kind, tooltip, value);
    }
}
