package org.icecore.views.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes as text: UTF-8, and `\xhh` for what is not; control characters that no editor shows are escaped, too.
///
/// @param text line ends are line feeds
/// @param escaped number of bytes that are no UTF-8
record EscapedText(String text, int escaped) {

    static EscapedText of(byte[] bytes) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var text = new StringBuilder(bytes.length);
        int escaped = 0;
        while (true) {
            var result = decoder.decode(in, out, true);
            out.flip();
            append(text, out);
            out.clear();
            if (!result.isError()) {
                return new EscapedText(text.toString(), escaped);
            }
            for (int i = 0; i < result.length(); i++) {
                text.append("\\x%02x".formatted(in.get() & 0xff));
                escaped++;
            }
            decoder.reset();
        }
    }

    private static void append(StringBuilder text, CharBuffer characters) {
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
