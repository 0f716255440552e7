package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.List;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ResultTable;

/// Writes a table for reading: aligned columns, long cells wrapped, put in fewer signs where they do not fit.
///
/// Nothing is cut but a list of thousands in one cell, which says so. What does not apply is `-`. Columns that no row has are left out and named below the table, as are the
/// reasons of absences, each once, with how often it applied.
///
/// @param width columns that a line may have
/// @param explained whether to say what each column means
record TextTable(PrintWriter out, int width, boolean explained) {

    private static final String NOTHING = "-";

    /// So many of a list are shown in one cell, if it has more: nobody reads all of them between two bars.
    private static final int MOST_LISTED = 500;

    <R> void print(ResultTable<R> table) {
        out.println(Wrapping.hanging("", Printable.text(table.title()), width));
        if (table.rows().isEmpty()) {
            out.println("  none");
        } else {
            printRows(table);
        }
        table.coverage().gaps().forEach(gap -> told("not covered: " + Printable.text(gap)));
        table.coverage().limits().forEach(limit -> told("never covered: " + Printable.text(limit)));
        if (explained) {
            table.columns().forEach(column -> told(meaning(column)));
        }
        out.println();
    }

    /// `Pid: process id of the task`.
    static String meaning(Column<?> column) {
        return "%s: %s"
                .formatted(column.title().isEmpty() ? "Mark" : column.title(), column.tooltip());
    }

    private void told(String sentence) {
        out.println(Wrapping.hanging("  ", sentence, width));
    }

    private <R> void printRows(ResultTable<R> table) {
        var cells = RowByRow.of(table.rows(), table::cells);
        var texts = RowByRow.of(cells, row -> row.stream().map(TextTable::text).toList());
        var absences = new Absences(table.columns());
        var measuring =
                new TextColumn.Measuring(table.columns().stream().map(TextColumn::of).toList());
        for (var row = 0; row < cells.size(); row++) {
            absences.add(cells.get(row));
            measuring.add(texts.get(row));
        }
        var columns = absences.shown(measuring.columns());
        var full = new TextGrid(columns, RowByRow.of(texts, absences::shown), List.of(), List.of());
        new TextLayout(full, () -> CompactCells.of(columns, RowByRow.of(cells, absences::shown)))
                .print(width, out::println);
        absences.sentences().forEach(this::told);
    }

    /// One cell in a line; what does not apply is a dash, and a digest is whole, since here nobody can ask for the rest.
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Absent(Absence absence, _) when absence == Absence.NOT_APPLICABLE -> NOTHING;
            case Cell.Checksum _ -> CellText.text(cell);
            case Cell.Names(var names, _) when names.size() > MOST_LISTED ->
                    Printable.text(shortened(names));
            case Cell.Numbers numbers -> text(numbers.names());
            case Cell.Named(var entries) when entries.size() > MOST_LISTED ->
                    Printable.text(shortened(CellText.lines(entries)));
            default -> Printable.text(CellText.brief(cell));
        };
    }

    private static String shortened(List<String> all) {
        return "%s ... and %,d more, which --format=json tells"
                .formatted(
                        String.join(", ", all.subList(0, MOST_LISTED)), all.size() - MOST_LISTED);
    }
}
