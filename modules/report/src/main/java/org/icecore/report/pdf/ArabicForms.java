package org.icecore.report.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Which form an Arabic letter takes between its neighbours.
///
/// The table is that of the Unicode character names: every character of the two blocks of presentation forms whose name
/// ends in `INITIAL FORM` and the like is that form of the letters it decomposes into.
final class ArabicForms {

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private static final Pattern NAME =
            Pattern.compile("ARABIC (?:LETTER|LIGATURE) .* (ISOLATED|FINAL|INITIAL|MEDIAL) FORM");
    private static final int LAM = 0x0644;
    private static final int TATWEEL = 0x0640;

    private final Map<String, int[]> forms = new HashMap<>();

    ArabicForms() {
        learn(0xFB50, 0xFBFF);
        learn(0xFE70, 0xFEFF);
    }

    private void learn(int first, int last) {
        for (var point = first; point <= last; point++) {
            var name = Character.getName(point);
            var match = name == null ? null : NAME.matcher(name);
            if (match == null || !match.matches()) {
                continue;
            }
            var letters = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            if (letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == LAM) {
                forms.computeIfAbsent(letters, _ -> new int[4])[
                                Form.valueOf(match.group(1)).ordinal()] =
                        point;
            }
        }
    }

    /// The same text, still in the order it is read, with each letter in its form; untouched if there is no Arabic.
    String shape(String text) {
        if (text.chars().noneMatch(c -> c >= 0x0620 && c <= 0x06FF)) {
            return text;
        }
        var shaped = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); ) {
            var two = i + 1 < text.length() ? forms.get(text.substring(i, i + 2)) : null;
            var letter = two == null ? text.substring(i, i + 1) : text.substring(i, i + 2);
            shaped.append(
                    formOf(
                            letter,
                            joinsOnward(before(text, i)),
                            joinsBack(after(text, i + letter.length()))));
            i += letter.length();
        }
        return shaped.toString();
    }

    /// The letter of which `codePoint` is a form, as text that is read back should have it; anything else stays.
    ///
    /// A ligature stays too: readers part it themselves, and in the right order.
    static String letterOf(int codePoint) {
        var text = Character.toString(codePoint);
        if (codePoint < 0xFB50 || codePoint > 0xFEFF || codePoint > 0xFBFF && codePoint < 0xFE70) {
            return text;
        }
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return letters.length() == 1 ? letters : text;
    }

    private String formOf(String letter, boolean joinedBefore, boolean joinedAfter) {
        var choices = forms.get(letter);
        if (choices == null) {
            return letter;
        }
        var after = joinedAfter && choices[Form.INITIAL.ordinal()] != 0;
        var before = joinedBefore && choices[Form.FINAL.ordinal()] != 0;
        var form = before ? after ? Form.MEDIAL : Form.FINAL : after ? Form.INITIAL : Form.ISOLATED;
        var point = choices[form.ordinal()];
        return point == 0 ? letter : Character.toString(point);
    }

    /// Whether a letter stretches a hand to the one that follows it.
    private boolean joinsOnward(int letter) {
        var choices = forms.get(Character.toString(letter));
        return letter == TATWEEL || choices != null && choices[Form.INITIAL.ordinal()] != 0;
    }

    /// Whether a letter takes the hand of the one before it.
    private boolean joinsBack(int letter) {
        var choices = forms.get(Character.toString(letter));
        return letter == TATWEEL || choices != null && choices[Form.FINAL.ordinal()] != 0;
    }

    private static int before(String text, int index) {
        for (var i = index - 1; i >= 0; i--) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    private static int after(String text, int index) {
        for (var i = index; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return text.charAt(i);
            }
        }
        return ' ';
    }
}
