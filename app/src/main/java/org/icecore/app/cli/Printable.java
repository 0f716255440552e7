package org.icecore.app.cli;

/// Text of the evidence on a terminal: control characters, which could rewrite what stands there, are shown as escapes.
final class Printable {

    private Printable() {}

    static String text(String text) {
        if (text.codePoints().noneMatch(Printable::hidden)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (hidden(c)) {
                                shown.append(
                                        c == '\n'
                                                ? "\\n"
                                                : c == '\t'
                                                        ? "\\t"
                                                        : c < 0x100
                                                                ? "\\x%02x".formatted(c)
                                                                : "\\u%04x".formatted(c));
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }

    /// Controls, and the marks that turn the direction of what follows.
    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
