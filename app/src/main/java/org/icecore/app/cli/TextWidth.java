package org.icecore.app.cli;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// How many columns of a terminal text takes: none for marks that stand over others, two for wide characters.
final class TextWidth {

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.YI);

    private TextWidth() {}

    static int of(String text) {
        var width = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            width += of(c);
            i += Character.charCount(c);
        }
        return width;
    }

    static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        return WIDE.contains(UnicodeScript.of(c))
                || c >= 0x3000 && c <= 0x303e
                || c >= 0xff01 && c <= 0xff60
                || Character.isEmojiPresentation(c);
    }
}
