package org.icecore.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines: behind a blank, else behind a sign that joins names, else anywhere. Nothing is lost but blanks at breaks.
final class Wrapping {

    private static final String JOINTS = "/:,;=-_.";

    private Wrapping() {}

    /// The text in lines of at most `width` columns, at least one line.
    static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (TextWidth.of(rest) > width) {
            var end = end(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /// The text behind `lead`, its further lines below its first.
    static String hanging(String lead, String text, int width) {
        var indent = TextWidth.of(lead);
        var lines = lines(text, Math.max(20, width - indent));
        return (lead + String.join("\n" + " ".repeat(indent), lines)).stripTrailing();
    }

    /// Columns of the longest piece between blanks.
    static int longestWord(String text) {
        var longest = 0;
        for (var word : text.split(" ")) {
            longest = Math.max(longest, TextWidth.of(word));
        }
        return longest;
    }

    private static int end(String text, int width) {
        var fitting = fitting(text, width);
        if (fitting == text.length() || text.charAt(fitting) == ' ') {
            return fitting;
        }
        var blank = text.lastIndexOf(' ', fitting - 1);
        if (blank > 0 && !text.substring(0, blank).isBlank()) {
            return blank + 1;
        }
        for (var i = fitting - 1; i > fitting / 2; i--) {
            if (JOINTS.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return fitting;
    }

    /// How many characters stand in `width` columns, at least one; the text is longer than that.
    private static int fitting(String text, int width) {
        var columns = 0;
        var i = 0;
        while (i < text.length()) {
            var c = text.codePointAt(i);
            columns += TextWidth.of(c);
            if (columns > width && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }
}
