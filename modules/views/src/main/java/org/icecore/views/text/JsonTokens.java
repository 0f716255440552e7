package org.icecore.views.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tokens of a JSON text, cut without reading them: numbers and strings stay as they are written.
///
/// Knows brackets and strings only, so that a text of any depth is cut in one pass and with little memory. A text whose
/// brackets do not match is no JSON.
final class JsonTokens {

    /// What a token is; the class of its style is `json-` and its name in lower case.
    enum Kind {
        /// `{` or `[`.
        OPEN,
        /// `}` or `]`.
        CLOSE,
        COMMA,
        COLON,
        NAME,
        STRING,
        /// A number, `true`, `false` or `null`.
        LITERAL
    }

    /// A token from `start` up to but without `end`.
    record Token(Kind kind, int start, int end) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder brackets = new StringBuilder();
    private int at;

    private JsonTokens(String text) {
        this.text = text;
    }

    /// The tokens of one or more JSON values; empty if the text is not JSON, or does not begin with a bracket.
    static Optional<List<Token>> of(String text) {
        var cut = new JsonTokens(text);
        var first = text.stripLeading();
        boolean begins = first.startsWith("{") || first.startsWith("[");
        return begins && cut.run() ? Optional.of(cut.tokens) : Optional.empty();
    }

    private boolean run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sound =
                    switch (c) {
                        case ' ', '\t', '\n', '\r' -> {
                            at++;
                            yield true;
                        }
                        case '{', '[' -> open(c);
                        case '}', ']' -> close(c);
                        case ',' -> single(Kind.COMMA);
                        case ':' -> colon();
                        case '"' -> string();
                        default -> literal();
                    };
            if (!sound) {
                return false;
            }
        }
        return brackets.isEmpty();
    }

    private boolean single(Kind kind) {
        tokens.add(new Token(kind, at, ++at));
        return true;
    }

    private boolean open(char bracket) {
        brackets.append(bracket);
        return single(Kind.OPEN);
    }

    private boolean close(char bracket) {
        int last = brackets.length() - 1;
        if (last < 0 || brackets.charAt(last) != (bracket == '}' ? '{' : '[')) {
            return false;
        }
        brackets.setLength(last);
        return single(Kind.CLOSE);
    }

    private boolean colon() {
        if (tokens.isEmpty() || tokens.getLast().kind() != Kind.STRING) {
            return false;
        }
        var name = tokens.removeLast();
        tokens.add(new Token(Kind.NAME, name.start(), name.end()));
        return single(Kind.COLON);
    }

    private boolean string() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            return false;
        }
        tokens.add(new Token(Kind.STRING, at, end + 1));
        at = end + 1;
        return true;
    }

    private boolean literal() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "+-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end == at) {
            return false;
        }
        tokens.add(new Token(Kind.LITERAL, at, end));
        at = end;
        return true;
    }
}
