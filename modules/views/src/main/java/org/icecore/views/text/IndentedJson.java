package org.icecore.views.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.views.text.JsonTokens.Kind;
import org.icecore.views.text.JsonTokens.Token;

/// A JSON text with line breaks and indentation of our own; everything else is as it is written.
///
/// @param tokens of the new text
record IndentedJson(String text, List<Token> tokens) {
    private static final int STEP = 2;
    /// Deeper brackets are indented no further, so that a hostile text does not grow with the square of its length.
    private static final int DEEPEST = 64;

    /// Empty if the text is not JSON.
    static Optional<IndentedJson> of(String source) {
        return JsonTokens.of(source).map(tokens -> indent(source, tokens));
    }

    private static IndentedJson indent(String source, List<Token> tokens) {
        var text = new StringBuilder(source.length() * 2);
        var moved = new ArrayList<Token>(tokens.size());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var before = i == 0 ? Kind.COMMA : tokens.get(i - 1).kind();
            if (token.kind() == Kind.CLOSE) {
                depth--;
            }
            boolean closesEmpty = token.kind() == Kind.CLOSE && before == Kind.OPEN;
            boolean breaks =
                    switch (before) {
                        case OPEN, COMMA -> true;
                        case CLOSE, NAME, STRING, LITERAL ->
                                token.kind() == Kind.CLOSE
                                        || depth == 0 && token.kind() == Kind.OPEN;
                        case COLON -> false;
                    };
            if (breaks && !closesEmpty && i > 0) {
                text.append('\n').repeat(' ', STEP * Math.min(depth, DEEPEST));
            } else if (before == Kind.COLON) {
                text.append(' ');
            }
            moved.add(
                    new Token(
                            token.kind(),
                            text.length(),
                            text.length() + token.end() - token.start()));
            text.append(source, token.start(), token.end());
            if (token.kind() == Kind.OPEN) {
                depth++;
            }
        }
        return new IndentedJson(text.append('\n').toString(), List.copyOf(moved));
    }
}
