package org.icecore.app.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;

/// What stands above a column, and what a layout has to know of the cells in it.
///
/// @param widest columns of the terminal that the widest cell takes
/// @param longest columns of the longest word
/// @param constant whether all rows hold the same
record TextColumn(
        String id, String title, ColumnKind kind, int widest, int longest, boolean constant) {

    /// Narrowest column into which words are wrapped.
    private static final int LEAST = 12;

    private static final Map<String, String> BRIEF =
            Map.of(
                    "permissions",
                    "Perm",
                    "captured",
                    "Capt",
                    "notCaptured",
                    "Not capt",
                    "reason",
                    "Why",
                    "protocol",
                    "Proto",
                    "receiveQueue",
                    "Recv queue",
                    "receiveBuffer",
                    "Recv buf",
                    "sendBuffer",
                    "Send buf");

    /// A column without cells.
    static TextColumn of(Column<?> column) {
        return new TextColumn(column.id(), column.title(), column.kind(), 0, 0, true);
    }

    /// The same under another title.
    TextColumn titled(String other) {
        return named(id, other);
    }

    /// The same under another title and with another id.
    TextColumn named(String name, String other) {
        return new TextColumn(name, other, kind, widest, longest, constant);
    }

    /// The same with a shorter title if there is one.
    TextColumn briefly() {
        return titled(BRIEF.getOrDefault(id, title));
    }

    /// How wide it is if nothing is wrapped.
    int width() {
        return Math.max(TextWidth.of(title), widest);
    }

    /// How narrow it may become: addresses and numbers stay whole.
    int floor() {
        var least =
                switch (kind) {
                    case NUMBER, ADDRESS, BYTES, DURATION_MICROS, RANGE, DIGEST -> widest;
                    case TIMESTAMP -> LEAST;
                    case TEXT, CODE, FLAGS, FLAG -> Math.min(longest, LEAST);
                };
        return Math.min(width(), Math.max(Wrapping.longestWord(title), least));
    }

    /// The columns, with what all rows of them hold.
    static List<TextColumn> measured(List<TextColumn> columns, List<List<String>> rows) {
        var measuring = new Measuring(columns);
        rows.forEach(measuring::add);
        return measuring.columns();
    }

    /// Takes the measure of columns, row by row.
    static final class Measuring {

        private final List<TextColumn> columns;
        private final int[] widest;
        private final int[] longest;
        private final boolean[] varied;
        private List<String> first = List.of();

        Measuring(List<TextColumn> columns) {
            this.columns = columns;
            this.widest = new int[columns.size()];
            this.longest = new int[columns.size()];
            this.varied = new boolean[columns.size()];
        }

        void add(List<String> row) {
            if (first.isEmpty()) {
                first = row;
            }
            for (var i = 0; i < widest.length; i++) {
                var cell = row.get(i);
                varied[i] |= !cell.equals(first.get(i));
                var width = TextWidth.of(cell);
                widest[i] = Math.max(widest[i], width);
                if (width > longest[i]) {
                    longest[i] = Math.max(longest[i], Wrapping.longestWord(cell));
                }
            }
        }

        List<TextColumn> columns() {
            return IntStream.range(0, widest.length).mapToObj(this::column).toList();
        }

        private TextColumn column(int i) {
            var column = columns.get(i);
            return new TextColumn(
                    column.id(), column.title(), column.kind(), widest[i], longest[i], !varied[i]);
        }
    }
}
