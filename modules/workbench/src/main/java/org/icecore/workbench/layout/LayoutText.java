package org.icecore.workbench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A layout as one line of text, for the preferences.
///
/// `h(0.2:[evidence,tasks*],0.8:v(0.7:editors,0.3:[files*]))` is a stack of two views, of which `tasks` is in front, beside
/// the editor area above another stack.
public final class LayoutText {
    private static final int DEPTH_LIMIT = 32;

    private final String text;
    private int at;

    private LayoutText(String text) {
        this.text = text;
    }

    /// Writes a layout.
    public static String write(Layout layout) {
        return switch (layout) {
            case Layout.Editors _ -> "editors";
            case Layout.Stack stack ->
                    stack.views().stream()
                            .map(view -> view.equals(stack.selected()) ? view + "*" : view)
                            .collect(Collectors.joining(",", "[", "]"));
            case Layout.Split split -> {
                var parts = new ArrayList<String>();
                for (int i = 0; i < split.parts().size(); i++) {
                    parts.add(
                            String.format(
                                    Locale.ROOT,
                                    "%.4f:%s",
                                    split.weights().get(i),
                                    write(split.parts().get(i))));
                }
                yield (split.horizontal() ? "h" : "v")
                        + parts.stream().collect(Collectors.joining(",", "(", ")"));
            }
        };
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException if the text is no sound layout; the message says where
    public static Layout read(String text) {
        var reader = new LayoutText(text);
        var layout = reader.layout(0);
        if (reader.at != text.length()) {
            throw reader.unexpected("the end");
        }
        if (!layout.isSound()) {
            throw new IllegalArgumentException(
                    "a layout needs the editor area once and each view at most once: " + text);
        }
        return layout;
    }

    private Layout layout(int depth) {
        if (depth > DEPTH_LIMIT) {
            throw new IllegalArgumentException("layout nested too deeply");
        }
        if (text.startsWith("editors", at)) {
            at += "editors".length();
            return Layout.editors();
        }
        return peek() == '[' ? stack() : split(depth);
    }

    private Layout stack() {
        expect('[');
        var views = new ArrayList<String>();
        var selected = "";
        do {
            var view = word();
            if (peek() == '*') {
                at++;
                selected = view;
            }
            views.add(view);
        } while (next(','));
        expect(']');
        return new Layout.Stack(views, selected.isEmpty() ? views.getFirst() : selected);
    }

    private Layout split(int depth) {
        var horizontal = peek() == 'h';
        if (!horizontal && peek() != 'v') {
            throw unexpected("a split, a stack or the editor area");
        }
        at++;
        expect('(');
        List<Layout> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        do {
            weights.add(number());
            expect(':');
            parts.add(layout(depth + 1));
        } while (next(','));
        expect(')');
        return new Layout.Split(horizontal, parts, weights);
    }

    private double number() {
        try {
            return Double.parseDouble(word());
        } catch (NumberFormatException _) {
            throw unexpected("a number");
        }
    }

    private String word() {
        var start = at;
        while (Character.isLetterOrDigit(peek()) || "._-".indexOf(peek()) >= 0) {
            at++;
        }
        if (at == start) {
            throw unexpected("a word");
        }
        return text.substring(start, at);
    }

    /// The next character, or a space at the end: no layout contains one.
    private char peek() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private boolean next(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException(
                "layout, character %d: %s expected".formatted(at, wanted));
    }
}
