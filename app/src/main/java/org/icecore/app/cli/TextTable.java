package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ResultTable;

/// Writes a table for reading: aligned columns, long cells wrapped, put in fewer signs where they do not fit.
///
/// Nothing is cut. What does not apply is `-`. Columns that no row has are left out and named below the table, as are the
/// reasons of absences, each once, with how often it applied.
///
/// @param width columns that a line may have
/// @param explained whether to say what each column means
record TextTable(PrintWriter out, int width, boolean explained) {

    private static final String NOTHING = "-";

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
        var reasons = new LinkedHashMap<String, Integer>();
        var present = new boolean[table.columns().size()];
        var absent = new ArrayList<Map<String, Integer>>();
        table.columns().forEach(_ -> absent.add(new LinkedHashMap<>()));
        var texts = new ArrayList<List<String>>();
        for (var row : table.rows()) {
            var cells = table.cells(row);
            texts.add(cells.stream().map(TextTable::text).toList());
            for (var i = 0; i < present.length; i++) {
                if (cells.get(i) instanceof Cell.Absent gap) {
                    absent.get(i).merge(reason(gap), 1, Integer::sum);
                } else {
                    present[i] = true;
                }
            }
        }
        var shown = new ArrayList<Integer>();
        for (var i = 0; i < present.length; i++) {
            if (present[i]) {
                shown.add(i);
                absent.get(i)
                        .forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
            }
        }
        var full =
                new TextGrid(
                        shown.stream()
                                .map(i -> TextGrid.Heading.of(table.columns().get(i)))
                                .toList(),
                        texts.stream().map(row -> shown.stream().map(row::get).toList()).toList(),
                        List.of(),
                        List.of());
        new TextLayout(full, () -> CompactCells.of(table, shown))
                .lines(width)
                .forEach(out::println);
        reasons.remove("");
        reasons.forEach((reason, count) -> told("(%s%s)".formatted(reason, times(count))));
        for (var i = 0; i < present.length; i++) {
            if (!present[i]) {
                var title = table.columns().get(i).title();
                absent.get(i).keySet().stream()
                        .filter(reason -> !reason.isEmpty())
                        .forEach(reason -> told("(%s: %s)".formatted(title, reason)));
            }
        }
    }

    private static String times(int count) {
        return count == 1 ? "" : ", %d times".formatted(count);
    }

    /// Empty for what simply does not apply: that nobody misses.
    private static String reason(Cell.Absent gap) {
        return gap.absence() == Absence.NOT_APPLICABLE ? "" : Printable.text(CellText.text(gap));
    }

    /// One cell in a line; what does not apply is a dash, and a digest is whole, since here nobody can ask for the rest.
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Absent(Absence absence, _) when absence == Absence.NOT_APPLICABLE -> NOTHING;
            case Cell.Checksum _ -> CellText.text(cell);
            default -> Printable.text(CellText.brief(cell));
        };
    }
}
