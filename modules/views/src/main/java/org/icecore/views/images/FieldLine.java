package org.icecore.views.images;

import org.icecore.checkpoint.image.ImageField;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.EvidenceException;

/// What a row of the tree says of a field; holds none of the evidence but the beginning of the value.
///
/// @param shown the value in one line, at most [#LONGEST] characters, in which no character is invisible
/// @param range all bytes of the field in the image
/// @param valueRange the bytes of its value
/// @param unknown whether the schema does not know it, or its bytes cannot be read
/// @param parts how many fields lie in it
record FieldLine(
        String name,
        String type,
        String shown,
        ByteRange range,
        ByteRange valueRange,
        boolean unknown,
        int parts) {

    /// More of a value is for the hex pane to show.
    static final int LONGEST = 1000;

    private static final int LONGEST_NAME = 200;

    /// What is said of a field; takes it apart once.
    ///
    /// @param name what it is called among its neighbours
    static FieldLine of(ImageField field, String name) {
        return new FieldLine(
                plain(name, LONGEST_NAME),
                field.type(),
                plain(field.shown(), LONGEST),
                field.range(),
                field.valueRange(),
                field.unknown(),
                field.children().size());
    }

    /// A field of which nothing can be said but why.
    static FieldLine unreadable(String name, EvidenceException why) {
        return new FieldLine(
                name,
                "unreadable",
                plain(String.valueOf(why.getMessage()), LONGEST),
                why.at().range(),
                why.at().range(),
                true,
                0);
    }

    /// The type, with the word that tells an unknown field from others.
    String typeInWords() {
        return unknown && !type.startsWith("unknown") ? "unknown: " + type : type;
    }

    /// Text without characters that are invisible or turn the writing round, cut off where it is longer.
    static String plain(String text, int longest) {
        var plain = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length() && plain.length() < longest; ) {
            int c = text.codePointAt(i);
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE) {
                plain.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
            } else {
                plain.appendCodePoint(c);
            }
            i += Character.charCount(c);
            if (plain.length() >= longest && i < text.length()) {
                plain.append('\u2026');
            }
        }
        return plain.toString();
    }
}
