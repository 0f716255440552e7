package org.icecore.views.text;

import java.util.concurrent.atomic.AtomicInteger;
import org.icecore.evidence.Utf8;

/// Bytes as text: UTF-8, and `\xhh` for what is not; control characters that no editor shows are escaped, too.
///
/// @param text line ends are line feeds
/// @param escaped number of bytes that are no UTF-8
record EscapedText(String text, int escaped) {

    static EscapedText of(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        var escaped = new AtomicInteger();
        Utf8.decode(
                bytes,
                0,
                bytes.length,
                run -> append(text, run),
                other -> {
                    text.append("\\x%02x".formatted(other));
                    escaped.incrementAndGet();
                });
        return new EscapedText(text.toString(), escaped.get());
    }

    private static void append(StringBuilder text, CharSequence characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '\n', '\t' -> text.append(c);
                case '\r' -> {
                    if (i + 1 >= characters.length() || characters.charAt(i + 1) != '\n') {
                        text.append("\\r");
                    }
                }
                default -> {
                    if (isInvisible(c)) {
                        text.append(
                                c < 0x100
                                        ? "\\x%02x".formatted((int) c)
                                        : "\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }

    /// Control characters, and those that turn the order of writing round and could hide what is there.
    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
