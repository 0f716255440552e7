package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Note;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// Turns result tables into tables of a report: the columns that fit on a page, as many rows as the bounds allow.
record Tables(Bounds bounds) {

    /// The table with the columns of the given ids, in that order, and what it does not cover.
    <R> List<Block> of(ResultTable<R> table, String caption, String... columns) {
        var shown = table.with(columns).columns();
        var rows =
                table.rows().stream()
                        .limit(bounds.rows())
                        .map(
                                row -> {
                                    var cells =
                                            shown.stream()
                                                    .map(column -> text(column.cell(row)))
                                                    .toArray(String[]::new);
                                    return table.location(row)
                                            .map(at -> Row.of(cells).at(at.toString()))
                                            .orElseGet(() -> Row.of(cells));
                                })
                        .toList();
        var block =
                Table.of(caption, shown.stream().map(Tables::column).toList(), rows)
                        .omitting(table.rows().size() - rows.size());
        var blocks = new ArrayList<Block>();
        blocks.add(block);
        for (var told : List.of(table.coverage().gaps(), table.coverage().limits())) {
            if (!told.isEmpty()) {
                blocks.add(Note.of(Note.Kind.COVERAGE, String.join("; ", told)));
            }
        }
        return blocks;
    }

    /// A digest is there to be compared, and is of no use unless it is whole. What cannot be there is a dash, for most mappings
    /// have no name and most files no target.
    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Checksum _ -> CellText.text(cell);
            case Cell.Absent(var absence, _) when absence == Absence.NOT_APPLICABLE ->
                    Conventions.NOT_APPLICABLE;
            default -> CellText.brief(cell);
        };
    }

    private static Column column(org.icecore.analysis.table.Column<?> column) {
        return switch (column.kind()) {
            case TEXT, FLAGS -> Column.text(column.title(), 2);
            case CODE -> Column.quoted(column.title(), 3);
            case NUMBER, BYTES, DURATION_MICROS -> Column.number(column.title());
            case ADDRESS, RANGE -> Column.exact(column.title());
            case TIMESTAMP, FLAG -> Column.word(column.title());
            case DIGEST -> Column.quoted(column.title(), 3);
        };
    }
}
