package org.icecore.views.hex.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What an examiner types to find bytes.
///
/// Bytes in hexadecimal with wildcards for bytes or half bytes (`fc 48 ?? e4`, `fc48??e4`, `4? 83`), or text in quotes
/// (`"sshd"`, with `\n`, `\t`, `\0`, `\\`, `\"` and `\xhh`). `i` after the closing quote ignores case, `u` looks for
/// UTF-16LE: `"Password"iu`. Case is ignored for letters whose two forms differ in one bit of one byte, which is true
/// of ASCII, most of Latin-1, Greek and Cyrillic; other letters are looked for as written.
public sealed interface HexQuery {

    /// Something to look for.
    record Bytes(BytePattern pattern) implements HexQuery {}

    /// Nothing to look for; `why` says so to the examiner.
    record Unreadable(String why) implements HexQuery {}

    /// Reads `query`; its own suffixes add to the options given.
    static HexQuery parse(String query, boolean ignoreCase, boolean utf16) {
        var given = query.strip();
        if (given.isEmpty()) {
            return new Unreadable("Type bytes such as fc 48 ?? e4, or text in quotes.");
        }
        return given.startsWith("\"") ? Reader.text(given, ignoreCase, utf16) : Reader.hex(given);
    }

    /// Reads `query` as bytes or quoted text.
    static HexQuery parse(String query) {
        return parse(query, false, false);
    }

    /// Looks for `text` as it is, without quotes or escapes.
    static HexQuery text(String text, boolean ignoreCase, boolean utf16) {
        return Reader.pattern(text, new byte[0], ignoreCase, utf16);
    }

    /// Turns text into patterns.
    final class Reader {

        private Reader() {}

        static HexQuery hex(String given) {
            var digits = given.replaceAll("(?i)\\b0x|[\\s,]", "");
            if (!digits.matches("[0-9a-fA-F?]+")) {
                return new Unreadable(
                        "Not bytes in hexadecimal: put text in quotes, \"%s\".".formatted(given));
            }
            if (digits.length() % 2 != 0) {
                return new Unreadable(
                        "An odd number of digits: each byte takes two, ? stands for any.");
            }
            var values = new byte[digits.length() / 2];
            var masks = new byte[values.length];
            for (int i = 0; i < digits.length(); i++) {
                int shift = i % 2 == 0 ? 4 : 0;
                int digit = Character.digit(digits.charAt(i), 16);
                if (digit >= 0) {
                    values[i / 2] |= (byte) (digit << shift);
                    masks[i / 2] |= (byte) (0xf << shift);
                }
            }
            if (digits.replace("?", "").isEmpty()) {
                return new Unreadable("Only wildcards: give at least one digit.");
            }
            return new Bytes(BytePattern.of(values, masks));
        }

        static HexQuery text(String given, boolean ignoreCase, boolean utf16) {
            int close = given.lastIndexOf('"');
            var suffix = given.substring(close + 1).toLowerCase(Locale.ROOT);
            if (close == 0 || !suffix.matches("[iu]*")) {
                return new Unreadable("The text has no closing quote.");
            }
            return escaped(
                    given.substring(1, close),
                    ignoreCase || suffix.contains("i"),
                    utf16 || suffix.contains("u"));
        }

        private static HexQuery escaped(String body, boolean ignoreCase, boolean utf16) {
            var text = new StringBuilder();
            var raw = new ByteArrayOutputStream();
            for (int i = 0; i < body.length(); i++) {
                char c = body.charAt(i);
                if (c != '\\') {
                    text.append(c);
                    raw.write(0);
                    continue;
                }
                char escape = ++i < body.length() ? body.charAt(i) : ' ';
                var hex =
                        body.substring(
                                Math.min(i + 1, body.length()), Math.min(i + 3, body.length()));
                boolean isByte = escape == 'x' && hex.matches("[0-9a-fA-F]{2}");
                int plain = "nrt0\\\"".indexOf(escape);
                if (!isByte && plain < 0) {
                    return new Unreadable(
                            "Unknown escape \\%s: \\n \\r \\t \\0 \\\\ \\\" and \\xhh are known."
                                    .formatted(escape));
                }
                text.append(
                        isByte ? (char) Integer.parseInt(hex, 16) : "\n\r\t\0\\\"".charAt(plain));
                raw.write(isByte ? 1 : 0);
                i += isByte ? 2 : 0;
            }
            return text.isEmpty()
                    ? new Unreadable("The quotes are empty: type the text between them.")
                    : pattern(text.toString(), raw.toByteArray(), ignoreCase, utf16);
        }

        /// The pattern of `text`; a character flagged in `raw` is one byte, not a character to encode.
        static HexQuery pattern(String text, byte[] raw, boolean ignoreCase, boolean utf16) {
            if (text.isEmpty()) {
                return new Unreadable("Type the text to look for.");
            }
            var values = new ByteArrayOutputStream();
            var masks = new ByteArrayOutputStream();
            var charset = utf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            for (int i = 0; i < text.length(); ) {
                int point = text.codePointAt(i);
                boolean single = i < raw.length && raw[i] != 0;
                var bytes = single ? new byte[] {(byte) point} : encoded(point, charset);
                var ignored =
                        ignoreCase && !single
                                ? caseBits(point, bytes, charset)
                                : new byte[bytes.length];
                for (int k = 0; k < bytes.length; k++) {
                    values.write(bytes[k]);
                    masks.write(~ignored[k]);
                }
                i += Character.charCount(point);
            }
            return new Bytes(BytePattern.of(values.toByteArray(), masks.toByteArray()));
        }

        private static byte[] encoded(int point, Charset charset) {
            return Character.toString(point).getBytes(charset);
        }

        /// The bit in which the other case differs, if it is one bit only.
        private static byte[] caseBits(int point, byte[] bytes, Charset charset) {
            var bits = new byte[bytes.length];
            int swapped =
                    Character.isUpperCase(point)
                            ? Character.toLowerCase(point)
                            : Character.toUpperCase(point);
            var other = encoded(swapped, charset);
            int differing = 0;
            for (int k = 0; k < bits.length && other.length == bytes.length; k++) {
                bits[k] = (byte) (bytes[k] ^ other[k]);
                differing += Integer.bitCount(bits[k] & 0xff);
            }
            return differing == 1 ? bits : new byte[bytes.length];
        }
    }
}
