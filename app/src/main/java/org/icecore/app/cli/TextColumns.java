package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.app.cli.TextGrid.Heading;

/// Cells laid out in columns that fit a width.
///
/// @param gap blanks before each column
record TextColumns(TextGrid grid, String gap) {

    /// Narrowest column into which words are wrapped.
    private static final int LEAST = 12;

    /// The lines of the heading, and those of each row.
    record Lines(List<String> heading, List<List<String>> rows) {}

    /// Nothing if the columns do not fit.
    Optional<Lines> lines(int width) {
        var widths = widths();
        var room = width - gap.length() * widths.length;
        if (!shrink(widths, floors(widths), room)) {
            return Optional.empty();
        }
        return Optional.of(
                new Lines(
                        line(grid.headings().stream().map(Heading::title).toList(), widths),
                        grid.rows().stream().map(row -> line(row, widths)).toList()));
    }

    /// How wide the columns are if nothing is wrapped but headings.
    int[] widths() {
        var widths = new int[grid.headings().size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.of(grid.headings().get(i).title());
            for (var row : grid.rows()) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    /// How narrow each column may become: addresses and numbers stay whole.
    private int[] floors(int[] natural) {
        var floors = new int[natural.length];
        for (var i = 0; i < floors.length; i++) {
            var title = Wrapping.longestWord(grid.headings().get(i).title());
            var words = 0;
            var whole = 0;
            for (var row : grid.rows()) {
                words = Math.max(words, Wrapping.longestWord(row.get(i)));
                whole = Math.max(whole, TextWidth.of(row.get(i)));
            }
            var least = least(grid.headings().get(i).kind(), words, whole);
            floors[i] = Math.min(natural[i], Math.max(title, least));
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

    /// Takes from the widest column again and again; false if that is not enough. Headings give way before cells.
    private boolean shrink(int[] widths, int[] floors, int room) {
        var excess = -room;
        for (var width : widths) {
            excess += width;
        }
        for (var i = 0; i < widths.length; i++) {
            var cells = floors[i];
            for (var row : grid.rows()) {
                cells = Math.max(cells, TextWidth.of(row.get(i)));
            }
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
                var right = grid.headings().get(i).kind().rightAligned();
                line.append(gap).append(right ? pad : "").append(text).append(right ? "" : pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
