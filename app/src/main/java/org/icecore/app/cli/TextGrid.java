package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;

/// A table as words, before it is laid out: the same facts can be put in several ways of different width.
///
/// @param above sentences that hold of all rows
/// @param below sentences that explain what cells say in short
record TextGrid(
        List<Heading> headings, List<List<String>> rows, List<String> above, List<String> below) {

    /// Longest text that is not worth a number of its own.
    private static final int SHORT = 12;

    private static final String REASON = "reason";

    private static final Map<String, String> BRIEF =
            Map.of(
                    "permissions",
                    "Perm",
                    "captured",
                    "Capt",
                    "notCaptured",
                    "Not capt",
                    REASON,
                    "Why",
                    "protocol",
                    "Proto",
                    "receiveQueue",
                    "Recv queue",
                    "receiveBuffer",
                    "Recv buf",
                    "sendBuffer",
                    "Send buf");

    /// What stands above a column.
    record Heading(String id, String title, ColumnKind kind) {

        static Heading of(Column<?> column) {
            return new Heading(column.id(), column.title(), column.kind());
        }

        /// The same under another title.
        Heading titled(String other) {
            return new Heading(id, other, kind);
        }

        private Heading briefly() {
            return titled(BRIEF.getOrDefault(id, title));
        }
    }

    /// Without the columns in which all rows hold the same; that is said once above.
    TextGrid withoutConstants() {
        if (rows.size() < 2) {
            return this;
        }
        var same = new ArrayList<String>();
        var kept = new ArrayList<Integer>();
        for (var i = 0; i < headings.size(); i++) {
            var cell = rows.getFirst().get(i);
            var at = i;
            if (rows.stream().allMatch(row -> row.get(at).equals(cell))) {
                same.add(headings.get(i).title() + " " + cell);
            } else {
                kept.add(i);
            }
        }
        if (same.isEmpty() || kept.isEmpty()) {
            return this;
        }
        var sentences = new ArrayList<>(above);
        sentences.add("the same in all rows: " + String.join("; ", same));
        return new TextGrid(
                kept.stream().map(headings::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
                sentences,
                below);
    }

    /// With numbers for long reasons, which return in row after row; they stand below.
    TextGrid withNotes() {
        var numbers = new LinkedHashMap<String, String>();
        var noted = new boolean[headings.size()];
        for (var i = 0; i < noted.length; i++) {
            var at = i;
            var texts = rows.stream().map(row -> row.get(at)).filter(TextGrid::isLong).distinct();
            noted[i] = headings.get(i).id().equals(REASON);
            if (noted[i]) {
                texts.forEach(
                        text ->
                                numbers.computeIfAbsent(
                                        text, _ -> "[%d]".formatted(numbers.size() + 1)));
            }
        }
        var sentences = new ArrayList<>(below);
        numbers.forEach((text, number) -> sentences.add(number + " " + text));
        return new TextGrid(
                headings,
                rows.stream()
                        .map(
                                row ->
                                        IntStream.range(0, noted.length)
                                                .mapToObj(
                                                        i ->
                                                                noted[i]
                                                                        ? numbers.getOrDefault(
                                                                                row.get(i),
                                                                                row.get(i))
                                                                        : row.get(i))
                                                .toList())
                        .toList(),
                above,
                sentences);
    }

    private static boolean isLong(String text) {
        return TextWidth.of(text) > SHORT;
    }

    /// With shorter headings where there are some.
    TextGrid withBriefHeadings() {
        return new TextGrid(headings.stream().map(Heading::briefly).toList(), rows, above, below);
    }

    /// The columns of these places.
    TextGrid only(int from, int to) {
        return new TextGrid(
                headings.subList(from, to),
                rows.stream().map(row -> row.subList(from, to)).toList(),
                above,
                below);
    }
}
