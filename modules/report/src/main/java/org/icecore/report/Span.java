package org.icecore.report;

/// A run of characters within a [Text]. The characters are those of the evidence; writers make the invisible ones visible.
public sealed interface Span {

    /// The characters, unescaped.
    String text();

    /// Running text.
    record Plain(String text) implements Span {}

    /// Something quoted letter for letter: an address, a path, a digest.
    record Monospaced(String text) implements Span {}

    /// Text that is to stand out.
    record Emphasised(String text) implements Span {}

    /// Text that leads to another place of the same report.
    ///
    /// @param anchor the anchor of a [Section], [Table], [Tree] or [HexExcerpt]
    record Link(String text, String anchor) implements Span {}
}
