package org.icecore.analysis.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Bytes to look for, each wholly, in part, or not at all given. Immutable.
///
/// Where letters of ASCII are to match in either case, the bit that tells the cases apart is not given.
public final class BytePattern {

    /// Longest pattern, in bytes.
    public static final int LONGEST = 4096;

    private static final byte CASE_BIT = 0x20;
    private static final Pattern BETWEEN = Pattern.compile("\\b0x|,");

    private final String text;
    private final byte[] values;
    private final byte[] masks;
    private final int first;
    private final int last;

    private BytePattern(String text, byte[] values, byte[] masks) {
        if (values.length == 0 || values.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a pattern has 1 to %d bytes; this one has %d"
                            .formatted(LONGEST, values.length));
        }
        for (var i = 0; i < values.length; i++) {
            values[i] &= masks[i];
        }
        this.text = text;
        this.values = values;
        this.masks = masks;
        this.first = firstGiven(masks);
        this.last = lastGiven(masks);
    }

    /// How text is written in memory.
    public enum Encoding {
        UTF_8(StandardCharsets.UTF_8, 1, 0),
        UTF_16LE(StandardCharsets.UTF_16LE, 2, 0),
        UTF_16BE(StandardCharsets.UTF_16BE, 2, 1);

        private final Charset charset;
        private final int unit;
        private final int low;

        Encoding(Charset charset, int unit, int low) {
            this.charset = charset;
            this.unit = unit;
            this.low = low;
        }
    }

    /// Text in an encoding.
    ///
    /// @param foldCase whether the letters a to z match in either case; letters beyond ASCII never do
    public static BytePattern text(String text, Encoding encoding, boolean foldCase) {
        var values = text.getBytes(encoding.charset);
        var masks = new byte[values.length];
        Arrays.fill(masks, (byte) 0xff);
        if (foldCase) {
            for (var i = 0; i + encoding.unit <= values.length; i += encoding.unit) {
                var asciiUnit = encoding.unit == 1 || values[i + 1 - encoding.low] == 0;
                if (asciiUnit && letter(values[i + encoding.low])) {
                    masks[i + encoding.low] = (byte) ~CASE_BIT;
                }
            }
        }
        return new BytePattern(text, values, masks);
    }

    /// Hexadecimal digits in pairs; `?` stands for any digit: `fc 48 ?? e4`, `4?`. Blanks, commas and `0x` may stand
    /// between pairs, so that an array can be pasted: `0xfc, 0x48`.
    ///
    /// @throws IllegalArgumentException if the text is nothing of the kind, or gives no digit at all
    public static BytePattern hex(String text) {
        var digits = new ArrayList<Character>();
        for (var c : BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").toCharArray()) {
            if (!Character.isWhitespace(c)) {
                if (c != '?' && Character.digit(c, 16) < 0 || c > 0x7f) {
                    throw new IllegalArgumentException(
                            "not a hexadecimal pattern: '%s' in '%s'".formatted(c, text));
                }
                digits.add(c);
            }
        }
        if (digits.size() % 2 != 0) {
            throw new IllegalArgumentException(
                    "a hexadecimal pattern has two digits a byte: '%s'".formatted(text));
        }
        var values = new byte[digits.size() / 2];
        var masks = new byte[values.length];
        for (var i = 0; i < digits.size(); i++) {
            var shift = i % 2 == 0 ? 4 : 0;
            if (digits.get(i) != '?') {
                values[i / 2] |= (byte) (Character.digit(digits.get(i), 16) << shift);
                masks[i / 2] |= (byte) (0xf << shift);
            }
        }
        return new BytePattern(text, values, masks);
    }

    /// What was asked for.
    public String text() {
        return text;
    }

    /// Bytes that a match covers.
    public int length() {
        return values.length;
    }

    /// The first match that begins at or behind `from` and ends at or before `to`; -1 if there is none.
    public int find(byte[] bytes, int from, int to) {
        var firstValue = values[first];
        var firstMask = masks[first];
        var lastValue = values[last];
        var lastMask = masks[last];
        var end = to - values.length;
        for (var start = from; start <= end; start++) {
            if ((byte) (bytes[start + first] & firstMask) == firstValue
                    && (byte) (bytes[start + last] & lastMask) == lastValue
                    && matches(bytes, start)) {
                return start;
            }
        }
        return -1;
    }

    /// The last match that begins at or behind `from` and ends at or before `to`; -1 if there is none.
    public int findLast(byte[] bytes, int from, int to) {
        for (var start = to - values.length; start >= from; start--) {
            if ((byte) (bytes[start + first] & masks[first]) == values[first]
                    && (byte) (bytes[start + last] & masks[last]) == values[last]
                    && matches(bytes, start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean matches(byte[] bytes, int start) {
        for (var i = first + 1; i < last; i++) {
            if ((byte) (bytes[start + i] & masks[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(byte value) {
        var lower = value | CASE_BIT;
        return lower >= 'a' && lower <= 'z' && value > 0;
    }

    private static int firstGiven(byte[] masks) {
        for (var i = 0; i < masks.length; i++) {
            if (masks[i] != 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the pattern gives no digit: it would match everywhere");
    }

    private static int lastGiven(byte[] masks) {
        var last = masks.length - 1;
        while (masks[last] == 0) {
            last--;
        }
        return last;
    }

    /// Patterns are equal that match the same bytes, however they were asked for.
    @Override
    public boolean equals(Object other) {
        return other instanceof BytePattern pattern
                && Arrays.equals(values, pattern.values)
                && Arrays.equals(masks, pattern.masks);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(masks);
    }

    @Override
    public String toString() {
        return text;
    }
}
