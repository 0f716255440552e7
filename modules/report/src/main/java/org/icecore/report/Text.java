package org.icecore.report;

import java.util.List;
import java.util.stream.Collectors;

/// Characters with a little structure, on one or more lines as the width of the page demands.
public record Text(List<Span> spans) {

    private static final Text EMPTY = new Text(List.of());

    public Text {
        spans = List.copyOf(spans);
    }

    /// No characters at all.
    public static Text empty() {
        return EMPTY;
    }

    /// The given runs, one after the other, with nothing between them.
    public static Text of(Span... spans) {
        return new Text(List.of(spans));
    }

    /// Running text; an empty string gives the empty text.
    public static Text of(String plain) {
        return plain.isEmpty() ? EMPTY : of(new Span.Plain(plain));
    }

    /// Something quoted letter for letter.
    public static Text monospaced(String quoted) {
        return of(new Span.Monospaced(quoted));
    }

    /// A link to `anchor` and nothing else.
    public static Text link(String label, String anchor) {
        return of(new Span.Link(label, anchor));
    }

    /// The characters without their structure.
    public String plain() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
