package org.icecore.report;

import java.util.PrimitiveIterator;

/// Text from evidence in a form that a reader can trust: every character that would not be seen for what it is, is
/// written as an escape.
///
/// A file name can hold line ends, marks that turn the direction of writing, and characters of no width; printed as they
/// are, they would let the name forge the page around it. A backslash is doubled, so that an escape is always an escape.
public final class VisibleText {

    /// Characters without ink that their category does not give away: fillers, variation selectors, an empty Braille
    /// cell and the joiner of graphemes. Unicode Character Database, Default_Ignorable_Code_Point.
    private static final int[][] INKLESS = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xE0000, 0xE0FFF},
    };

    private VisibleText() {}

    /// The same text with escapes: a backslash, then `n`, `r`, `t`, another backslash, `u202e` for any other character
    /// of the first plane, or `u{e0020}` for one beyond it.
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16);
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        while (points.hasNext()) {
            append(visible, points.nextInt());
        }
        return visible.toString();
    }

    /// Whether `codePoint` is seen for what it is. A space is; no other white space is.
    public static boolean isVisible(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F) {
            return true;
        }
        for (var range : INKLESS) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return false;
            }
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder visible, int codePoint) {
        switch (codePoint) {
            case '\\' -> visible.append("\\\\");
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isVisible(codePoint)) {
                    visible.appendCodePoint(codePoint);
                } else if (Character.isBmpCodePoint(codePoint)) {
                    visible.append("\\u%04x".formatted(codePoint));
                } else {
                    visible.append("\\u{%x}".formatted(codePoint));
                }
            }
        }
    }
}
