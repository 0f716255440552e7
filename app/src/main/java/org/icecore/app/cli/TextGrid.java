package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table as words, before it is laid out: the same facts can be put in several ways of different width.
///
/// @param rows made when they are asked for; all grids of one table share the row that was made last
/// @param above sentences that hold of all rows
/// @param below sentences that explain what cells say in short
record TextGrid(
        List<TextColumn> columns, List<List<String>> rows, List<String> above, List<String> below) {

    private static final String REASON = "reason";

    /// Without the columns in which all rows hold the same; that is said once above.
    TextGrid withoutConstants() {
        if (rows.size() < 2 || columns.stream().allMatch(TextColumn::constant)) {
            return this;
        }
        var kept =
                IntStream.range(0, columns.size())
                        .filter(i -> !columns.get(i).constant())
                        .boxed()
                        .toList();
        if (kept.size() == columns.size()) {
            return this;
        }
        var first = rows.getFirst();
        var same =
                IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).constant())
                        .mapToObj(i -> columns.get(i).title() + " " + first.get(i))
                        .toList();
        return new TextGrid(
                picked(columns, kept),
                RowByRow.of(rows, row -> picked(row, kept)),
                with(above, Stream.of("the same in all rows: " + String.join("; ", same))),
                below);
    }

    /// With numbers for long reasons, which return in row after row; they stand below.
    TextGrid withNotes() {
        var reasons = columns.stream().map(TextColumn::id).toList().indexOf(REASON);
        if (reasons < 0) {
            return this;
        }
        var notes = new Notes(new LinkedHashMap<>());
        var noted = RowByRow.of(rows, row -> notes.in(row, reasons));
        return new TextGrid(
                TextColumn.measured(columns, noted), noted, above, with(below, notes.told()));
    }

    /// The numbers of long texts, in the order in which they come.
    private record Notes(Map<String, String> numbers) {

        /// Longest text that is not worth a number of its own.
        private static final int SHORT = 12;

        /// More than any reader would look up; further texts stay where they are.
        private static final int MOST = 1000;

        List<String> in(List<String> row, int place) {
            var cells = new ArrayList<>(row);
            cells.set(place, of(row.get(place)));
            return cells;
        }

        private String of(String text) {
            if (TextWidth.of(text) > SHORT && numbers.size() < MOST) {
                numbers.putIfAbsent(text, "[%d]".formatted(numbers.size() + 1));
            }
            return numbers.getOrDefault(text, text);
        }

        Stream<String> told() {
            return numbers.entrySet().stream().map(note -> note.getValue() + " " + note.getKey());
        }
    }

    /// With shorter headings where there are some.
    TextGrid withBriefHeadings() {
        return new TextGrid(columns.stream().map(TextColumn::briefly).toList(), rows, above, below);
    }

    /// The columns of these places.
    TextGrid only(int from, int to) {
        return new TextGrid(
                columns.subList(from, to),
                RowByRow.of(rows, row -> row.subList(from, to)),
                above,
                below);
    }

    private static <T> List<T> picked(List<T> all, List<Integer> places) {
        return places.stream().map(all::get).toList();
    }

    private static List<String> with(List<String> sentences, Stream<String> more) {
        return Stream.concat(sentences.stream(), more).toList();
    }
}
