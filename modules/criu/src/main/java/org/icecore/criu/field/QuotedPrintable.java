package org.icecore.criu.field;

import java.nio.charset.StandardCharsets;

/// Quoted-printable, RFC 2045 section 6.7, in the form that Python's `quopri.encodestring` has and crit prints.
public final class QuotedPrintable {

    private static final int LINE = 76;

    private final byte[] bytes;
    private final StringBuilder text = new StringBuilder();
    private int line;

    private QuotedPrintable(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The text that stands for `bytes`, all of it ASCII.
    public static String of(byte[] bytes) {
        return new QuotedPrintable(bytes).encode();
    }

    private String encode() {
        String newline = newline();
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            if (quoted(i, c)) {
                softBreak(3, newline);
                escape(c);
                line += 3;
            } else if (c == '\n' || c == '\r' && at(i + 1) == '\n') {
                protectTrailingSpace();
                text.append(newline);
                line = 0;
                i += c == '\r' ? 1 : 0;
            } else {
                if (i + 1 != bytes.length && at(i + 1) != '\n') {
                    softBreak(1, newline);
                }
                text.append((char) c);
                line++;
            }
        }
        return text.toString();
    }

    /// Lines end as the first of the text does.
    private String newline() {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int first = raw.indexOf('\n');
        return first > 0 && raw.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    private boolean quoted(int i, int c) {
        boolean last = i + 1 == bytes.length;
        boolean loneDot =
                c == '.'
                        && line == 0
                        && (last || at(i + 1) == '\n' || at(i + 1) == '\r' || at(i + 1) == 0);
        return c > 126
                || c == '='
                || loneDot
                || (c == '\t' || c == ' ') && last
                || c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ';
    }

    private int at(int i) {
        return i < bytes.length ? bytes[i] & 0xff : -1;
    }

    private void softBreak(int room, String newline) {
        if (line + room >= LINE) {
            text.append('=').append(newline);
            line = 0;
        }
    }

    private void escape(int c) {
        text.append("=%02X".formatted(c));
    }

    /// A blank at the end of a line would be lost on its way.
    private void protectTrailingSpace() {
        int end = text.length() - 1;
        if (end >= 0 && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            char blank = text.charAt(end);
            text.setLength(end);
            escape(blank);
        }
    }
}
