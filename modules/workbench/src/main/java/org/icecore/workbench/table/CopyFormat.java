package org.icecore.workbench.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text form of rows for the clipboard.
public enum CopyFormat {
    /// Values parted by tabs, as spreadsheets paste them. Line breaks and tabs in values become spaces.
    TSV("Tab-separated") {
        @Override
        public String write(List<String> titles, List<List<String>> rows) {
            return lines(
                    titles,
                    rows,
                    row ->
                            row.stream()
                                    .map(value -> value.replaceAll("[\\t\\r\\n]+", " "))
                                    .collect(Collectors.joining("\t")));
        }
    },
    /// RFC 4180 with a header line.
    CSV("CSV") {
        @Override
        public String write(List<String> titles, List<List<String>> rows) {
            return lines(
                    titles,
                    rows,
                    row ->
                            row.stream()
                                    .map(
                                            value ->
                                                    value.matches("(?s).*[\",\\r\\n].*")
                                                            ? '"'
                                                                    + value.replace("\"", "\"\"")
                                                                    + '"'
                                                            : value)
                                    .collect(Collectors.joining(",")));
        }
    },
    /// An array of objects keyed by the titles of columns.
    JSON("JSON") {
        @Override
        public String write(List<String> titles, List<List<String>> rows) {
            return rows.stream()
                    .map(
                            row ->
                                    IntStream.range(0, titles.size())
                                            .mapToObj(
                                                    i ->
                                                            quoted(titles.get(i))
                                                                    + ": "
                                                                    + quoted(row.get(i)))
                                            .collect(Collectors.joining(", ", "  {", "}")))
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        }
    },
    /// A table of Markdown.
    MARKDOWN("Markdown") {
        @Override
        public String write(List<String> titles, List<List<String>> rows) {
            var rule =
                    titles.stream()
                            .map(_ -> "---")
                            .collect(Collectors.joining(" | ", "| ", " |\n"));
            var all =
                    lines(
                            titles,
                            rows,
                            row ->
                                    row.stream()
                                            .map(
                                                    value ->
                                                            value.replace("|", "\\|")
                                                                    .replaceAll("[\\r\\n]+", " "))
                                            .collect(Collectors.joining(" | ", "| ", " |")));
            var headEnd = all.indexOf('\n') + 1;
            return all.substring(0, headEnd) + rule + all.substring(headEnd);
        }
    };

    private final String title;

    CopyFormat(String title) {
        this.title = title;
    }

    /// The words in the menu.
    public String title() {
        return title;
    }

    /// Writes rows under the titles of their columns; each line ends with a line feed.
    public abstract String write(List<String> titles, List<List<String>> rows);

    private static String lines(
            List<String> titles, List<List<String>> rows, Function<List<String>, String> line) {
        var text = new StringBuilder(line.apply(titles)).append('\n');
        rows.forEach(row -> text.append(line.apply(row)).append('\n'));
        return text.toString();
    }

    private static String quoted(String value) {
        var text = new StringBuilder("\"");
        value.chars()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"', '\\' -> text.append('\\').append((char) c);
                                case '\n' -> text.append("\\n");
                                case '\r' -> text.append("\\r");
                                case '\t' -> text.append("\\t");
                                default -> text.append(c < ' ' ? "\\u%04x".formatted(c) : (char) c);
                            }
                        });
        return text.append('"').toString();
    }
}
