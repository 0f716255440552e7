package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;

/// Writes a table as aligned lines. Reasons of absences follow the table, each once, with how often it applied.
record TextTable(PrintWriter out) {

    <R> void print(ResultTable<R> table) {
        out.println(table.title());
        if (table.rows().isEmpty()) {
            out.println("  none");
        } else {
            print(table, rows(table));
        }
        if (!table.coverage().isComplete()) {
            out.println("  " + table.coverage().text());
        }
        out.println();
    }

    private static <R> List<List<String>> rows(ResultTable<R> table) {
        var rows = new ArrayList<List<String>>();
        rows.add(table.columns().stream().map(column -> column.title()).toList());
        for (var row : table.rows()) {
            rows.add(
                    table.cells(row).stream()
                            .map(cell -> Printable.text(CellText.brief(cell)))
                            .toList());
        }
        return rows;
    }

    private <R> void print(ResultTable<R> table, List<List<String>> rows) {
        var columns = table.columns();
        var widths = new int[columns.size()];
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                var pad = " ".repeat(widths[i] - row.get(i).length());
                var right = columns.get(i).kind().rightAligned();
                line.append("  ")
                        .append(right ? pad : "")
                        .append(row.get(i))
                        .append(right ? "" : pad);
            }
            out.println(line.toString().stripTrailing());
        }
        var reasons = new LinkedHashMap<String, Integer>();
        for (var row : table.rows()) {
            for (var cell : table.cells(row)) {
                if (cell instanceof Cell.Absent) {
                    reasons.merge(CellText.text(cell), 1, Integer::sum);
                }
            }
        }
        reasons.forEach(
                (reason, count) ->
                        out.println(
                                "  (%s%s)"
                                        .formatted(
                                                Printable.text(reason),
                                                count == 1 ? "" : ", %d times".formatted(count))));
    }
}
