package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;

/// Cells laid out in columns that fit a width, or in blocks if no columns do.
record TextColumns(List<Column<?>> columns, List<List<String>> rows) {

    private static final String GAP = "  ";

    /// Narrowest column into which words are wrapped.
    private static final int LEAST = 12;

    List<String> lines(int width) {
        var widths = widths();
        var room = width - GAP.length() * columns.size();
        if (!shrink(widths, floors(widths), room)) {
            return blocks(width);
        }
        var lines = new ArrayList<String>();
        lines.addAll(line(columns.stream().map(Column::title).toList(), widths));
        rows.forEach(row -> lines.addAll(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        var widths = new int[columns.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.of(columns.get(i).title());
            for (var row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    /// How narrow each column may become: addresses and numbers stay whole.
    private int[] floors(int[] natural) {
        var floors = new int[natural.length];
        for (var i = 0; i < floors.length; i++) {
            var title = Wrapping.longestWord(columns.get(i).title());
            var words = 0;
            var whole = 0;
            for (var row : rows) {
                words = Math.max(words, Wrapping.longestWord(row.get(i)));
                whole = Math.max(whole, TextWidth.of(row.get(i)));
            }
            floors[i] =
                    Math.min(
                            natural[i],
                            Math.max(title, least(columns.get(i).kind(), words, whole)));
        }
        return floors;
    }

    private static int least(ColumnKind kind, int words, int whole) {
        return switch (kind) {
            case NUMBER, ADDRESS, BYTES, DURATION_MICROS, RANGE, DIGEST -> whole;
            case TIMESTAMP -> LEAST;
            case TEXT, CODE, FLAGS, FLAG -> Math.min(words, LEAST);
        };
    }

    /// Takes from the widest column again and again; false if that is not enough.
    private static boolean shrink(int[] widths, int[] floors, int room) {
        var excess = -room;
        for (var width : widths) {
            excess += width;
        }
        while (excess > 0) {
            var widest = -1;
            for (var i = 0; i < widths.length; i++) {
                if (widths[i] > floors[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return false;
            }
            widths[widest]--;
            excess--;
        }
        return true;
    }

    private List<String> line(List<String> cells, int[] widths) {
        var wrapped = new ArrayList<List<String>>();
        var height = 0;
        for (var i = 0; i < widths.length; i++) {
            wrapped.add(Wrapping.lines(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.getLast().size());
        }
        var lines = new ArrayList<String>();
        for (var at = 0; at < height; at++) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                var text = at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "";
                var pad = " ".repeat(widths[i] - TextWidth.of(text));
                var right = columns.get(i).kind().rightAligned();
                line.append(GAP).append(right ? pad : "").append(text).append(right ? "" : pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<String> blocks(int width) {
        var titles =
                columns.stream().mapToInt(column -> TextWidth.of(column.title())).max().orElse(0);
        var lines = new ArrayList<String>();
        for (var row : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (var i = 0; i < columns.size(); i++) {
                var title = columns.get(i).title();
                var lead = GAP + title + " ".repeat(titles - TextWidth.of(title)) + GAP;
                lines.addAll(Wrapping.hanging(lead, row.get(i), width).lines().toList());
            }
        }
        return lines;
    }
}
