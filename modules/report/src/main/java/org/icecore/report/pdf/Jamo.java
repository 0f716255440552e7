package org.icecore.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The letters of Hangul and how a syllable is put together from them. Unicode Standard, 3.12 (arithmetic of syllables).
///
/// Letters are named by their compatibility characters (U+3131 to U+3163), which stand alone and have a glyph of their own.
final class Jamo {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int TAILS = 28;
    private static final String LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String TAIL_LETTERS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    /// Vowels that lie below the lead; those that do so and rise beside it as well; all others stand beside it.
    private static final String LYING = "ㅗㅛㅜㅠㅡ";

    private static final String BENT = "ㅘㅙㅚㅝㅞㅟㅢ";

    /// A letter and the box in which it stands, in thousandths of the font size above the baseline.
    record Part(int letter, double left, double bottom, double right, double top) {}

    private Jamo() {}

    static boolean isSyllable(int codePoint) {
        return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE;
    }

    /// The letter that stands alone for one that is meant to be joined (U+1100 to U+11C2, as decomposed names have them).
    static OptionalInt standingAlone(int codePoint) {
        if (codePoint >= 0x1100 && codePoint < 0x1100 + LEADS.length()) {
            return OptionalInt.of(LEADS.charAt(codePoint - 0x1100));
        }
        if (codePoint >= 0x1161 && codePoint < 0x1161 + VOWELS) {
            return OptionalInt.of(VOWEL_LETTERS.charAt(codePoint - 0x1161));
        }
        if (codePoint >= 0x11A8 && codePoint < 0x11A8 + TAIL_LETTERS.length()) {
            return OptionalInt.of(TAIL_LETTERS.charAt(codePoint - 0x11A8));
        }
        return OptionalInt.empty();
    }

    /// The letters of a syllable, each in its box.
    static List<Part> parts(int syllable) {
        var index = syllable - FIRST_SYLLABLE;
        var lead = LEADS.charAt(index / (VOWELS * TAILS));
        var vowel = VOWEL_LETTERS.charAt(index / TAILS % VOWELS);
        var tail = index % TAILS;
        var bottom = tail == 0 ? -70.0 : 250.0;
        var top = 830.0;
        var middle = bottom + (top - bottom) * 0.47;
        var parts = new ArrayList<Part>(3);
        if (LYING.indexOf(vowel) >= 0) {
            parts.add(new Part(lead, 190, middle, 810, top));
            parts.add(new Part(vowel, 60, bottom, 940, middle - 30));
        } else if (BENT.indexOf(vowel) >= 0) {
            parts.add(new Part(lead, 100, middle + 20, 560, top));
            parts.add(new Part(vowel, 60, bottom, 930, top));
        } else {
            parts.add(new Part(lead, 80, bottom + (top - bottom) * 0.1, 560, top - 30));
            parts.add(new Part(vowel, 610, bottom, 930, top));
        }
        if (tail > 0) {
            parts.add(new Part(TAIL_LETTERS.charAt(tail - 1), 180, -80, 840, 200));
        }
        return parts;
    }
}
