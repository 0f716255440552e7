package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns beside each other, as wide as a line has room for.
final class TextColumns {

    private final List<TextColumn> columns;
    private final String indent;
    private final String gap;
    private final int[] widths;

    private TextColumns(List<TextColumn> columns, String indent, String gap, int[] widths) {
        this.columns = columns;
        this.indent = indent;
        this.gap = gap;
        this.widths = widths;
    }

    /// Nothing if the columns do not fit.
    ///
    /// @param indent blanks before each line
    /// @param gap blanks before each column
    static Optional<TextColumns> of(
            List<TextColumn> columns, String indent, String gap, int width) {
        var widths = columns.stream().mapToInt(TextColumn::width).toArray();
        var room = width - indent.length() - gap.length() * widths.length;
        return shrink(columns, widths, room)
                ? Optional.of(new TextColumns(columns, indent, gap, widths))
                : Optional.empty();
    }

    /// Takes from the widest column again and again; false if that is not enough. Headings give way before cells.
    private static boolean shrink(List<TextColumn> columns, int[] widths, int room) {
        var floors = columns.stream().mapToInt(TextColumn::floor).toArray();
        var excess = -room;
        for (var width : widths) {
            excess += width;
        }
        for (var i = 0; i < widths.length; i++) {
            var cells = Math.max(floors[i], columns.get(i).widest());
            var given = Math.max(0, Math.min(excess, widths[i] - cells));
            widths[i] -= given;
            excess -= given;
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

    /// How many columns.
    int size() {
        return widths.length;
    }

    /// The lines of the titles.
    List<String> heading() {
        return lines(columns.stream().map(TextColumn::title).toList());
    }

    /// How many lines a row takes.
    int height(List<String> cells) {
        var height = 0;
        for (var i = 0; i < widths.length; i++) {
            var cell = cells.get(i);
            var lines =
                    TextWidth.of(cell) <= widths[i] ? 1 : Wrapping.lines(cell, widths[i]).size();
            height = Math.max(height, lines);
        }
        return height;
    }

    /// The lines of a row.
    List<String> lines(List<String> cells) {
        var wrapped = new ArrayList<List<String>>();
        var height = 0;
        for (var i = 0; i < widths.length; i++) {
            wrapped.add(Wrapping.lines(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.getLast().size());
        }
        var lines = new ArrayList<String>();
        for (var at = 0; at < height; at++) {
            var line = new StringBuilder(indent);
            for (var i = 0; i < widths.length; i++) {
                var text = at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "";
                var pad = " ".repeat(widths[i] - TextWidth.of(text));
                var right = columns.get(i).kind().rightAligned();
                line.append(gap).append(right ? pad : "").append(text).append(right ? "" : pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
