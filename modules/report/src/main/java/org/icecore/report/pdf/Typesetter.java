package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Span;
import org.icecore.report.Text;
import org.icecore.report.VisibleText;

/// Turns text into runs and lines.
final class Typesetter {

    private final FontShelf fonts;

    Typesetter(FontShelf fonts) {
        this.fonts = fonts;
    }

    /// One run of the characters of `text`.
    Run run(String text, Style style) throws IOException {
        return verbatim(VisibleText.of(text), style);
    }

    /// One run of characters that are known to be visible; nothing is escaped.
    Run verbatim(String visible, Style style) throws IOException {
        return new Run(style, Optional.empty(), fonts.shape(visible, style.face()));
    }

    /// One line of the characters of `text`, however wide.
    Line line(String text, Style style) throws IOException {
        return Line.of(run(text, style));
    }

    /// One line of the characters of `text` no wider than `limit`; an ellipsis stands for what has no room.
    Line fitted(String text, Style style, double limit) throws IOException {
        var whole = run(text, style);
        if (whole.width() <= limit) {
            return Line.of(whole);
        }
        var ellipsis = run("…", style);
        var end = whole.glyphs().size();
        while (end > 0 && whole.part(0, end).width() + ellipsis.width() > limit) {
            end--;
        }
        var kept = whole.part(0, end);
        return new Line(List.of(kept, ellipsis), kept.width() + ellipsis.width());
    }

    /// One run for each span.
    List<Run> runs(Text text, Style style) throws IOException {
        var runs = new ArrayList<Run>(text.spans().size());
        for (var span : text.spans()) {
            runs.add(
                    switch (span) {
                        case Span.Plain(var characters) -> run(characters, style);
                        case Span.Monospaced(var characters) -> run(characters, style.monospaced());
                        case Span.Emphasised(var characters) -> run(characters, style.bold());
                        case Span.Link(var characters, var anchor) -> {
                            var linked = style.in(Ink.LINK);
                            yield new Run(
                                    linked, Optional.of(anchor), run(characters, linked).glyphs());
                        }
                    });
        }
        return runs;
    }

    /// The lines of `text` in a column of `width` points.
    List<Line> lines(Text text, Style style, double width) throws IOException {
        return LineBreaker.lines(runs(text, style), width);
    }

    /// The lines of `text` in a column of `width` points.
    List<Line> lines(String text, Style style, double width) throws IOException {
        return LineBreaker.lines(List.of(run(text, style)), width);
    }
}
