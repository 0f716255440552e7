package org.icecore.report.pdf;

import java.util.List;
import java.util.Optional;

/// Glyphs of one look, in the order they are read.
///
/// @param anchor where a click on them leads
record Run(Style style, Optional<String> anchor, List<Glyph> glyphs) {

    Run {
        glyphs = List.copyOf(glyphs);
    }

    /// Width in points.
    double width() {
        var sum = 0.0;
        for (var glyph : glyphs) {
            sum += glyph.advance();
        }
        return sum * style.size() / 1000;
    }

    /// The characters.
    String text() {
        var text = new StringBuilder(glyphs.size());
        glyphs.forEach(glyph -> text.appendCodePoint(glyph.codePoint()));
        return text.toString();
    }

    Run part(int from, int to) {
        return new Run(style, anchor, glyphs.subList(from, to));
    }
}
