package org.icecore.report.html;

import java.io.IOException;
import org.icecore.report.Span;
import org.icecore.report.Text;
import org.icecore.report.VisibleText;

/// HTML as it is being written. Whatever goes through [#text] can only ever be text.
final class Markup {

    private final Appendable out;

    Markup(Appendable out) {
        this.out = out;
    }

    /// Elements, written as they are: never text of a report.
    Markup tags(String tags) throws IOException {
        out.append(tags);
        return this;
    }

    /// The characters of `text`, made visible and escaped.
    Markup text(String text) throws IOException {
        return verbatim(VisibleText.of(text));
    }

    /// The characters of `visible`, escaped.
    Markup verbatim(String visible) throws IOException {
        for (var i = 0; i < visible.length(); i++) {
            var c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /// Spans, each apart from the others in the direction of its writing.
    Markup text(Text text) throws IOException {
        for (var span : text.spans()) {
            switch (span) {
                case Span.Plain(var characters) -> isolated(characters);
                case Span.Monospaced(var characters) ->
                        tags("<code>").text(characters).tags("</code>");
                case Span.Emphasised(var characters) ->
                        tags("<strong>").isolated(characters).tags("</strong>");
                case Span.Link(var characters, var anchor) ->
                        tags("<a href=\"#")
                                .text(anchor)
                                .tags("\">")
                                .isolated(characters)
                                .tags("</a>");
            }
        }
        return this;
    }

    private Markup isolated(String characters) throws IOException {
        var leftToRight = characters.chars().allMatch(c -> c < 0x590);
        return leftToRight ? text(characters) : tags("<bdi>").text(characters).tags("</bdi>");
    }
}
