package org.icecore.report.writing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Span;
import org.icecore.report.Text;
import org.icecore.report.VisibleText;

/// Strings and rows in JSON, on one line each.
///
/// Beyond what RFC 8259 (section 7) demands, every character that cannot be seen is escaped, lone surrogates too.
public final class JsonText {

    private JsonText() {}

    /// A JSON string.
    public static String of(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(json, point));
        return json.append('"').toString();
    }

    /// A JSON string; where the text has links, an object of the string and the links.
    public static String of(Text text) {
        var links =
                text.spans().stream()
                        .filter(Span.Link.class::isInstance)
                        .map(Span.Link.class::cast)
                        .map(
                                link ->
                                        "{\"text\": %s, \"anchor\": %s}"
                                                .formatted(of(link.text()), of(link.anchor())))
                        .toList();
        var plain = of(text.plain());
        return links.isEmpty()
                ? plain
                : "{\"text\": %s, \"links\": [%s]}".formatted(plain, String.join(", ", links));
    }

    /// A row as an object: depth in a tree, mark unless there is none, cells, location unless there is none.
    public static String row(Row row, Optional<Integer> depth) {
        var json = new StringBuilder("{");
        depth.ifPresent(value -> json.append("\"depth\": ").append(value).append(", "));
        if (row.mark() != Mark.NONE) {
            json.append("\"mark\": \"")
                    .append(row.mark().name().toLowerCase(Locale.ROOT))
                    .append("\", ");
        }
        json.append(
                row.cells().stream()
                        .map(JsonText::of)
                        .collect(Collectors.joining(", ", "\"cells\": [", "]")));
        row.location().ifPresent(location -> json.append(", \"location\": ").append(of(location)));
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, int point) {
        switch (point) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (VisibleText.isVisible(point)) {
                    json.appendCodePoint(point);
                } else {
                    for (var unit : Character.toChars(point)) {
                        json.append("\\u%04x".formatted((int) unit));
                    }
                }
            }
        }
    }
}
