package org.icecore.views.hex.model;

import java.util.regex.Pattern;

/// Words that come from evidence, made safe to show in one line.
///
/// A file name may hold line ends, or characters that turn the direction of what follows: these are spelt out, and what
/// is too long to read is cut.
final class PlainWords {

    private static final int LONGEST = 400;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private PlainWords() {}

    static String of(String words) {
        var kept = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " ...";
        return UNFIT.matcher(kept)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
