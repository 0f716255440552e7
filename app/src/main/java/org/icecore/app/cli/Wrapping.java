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
        var at = 0;
        for (var end = end(text, at, width); end < text.length(); end = end(text, at, width)) {
            lines.add(text.substring(at, end).stripTrailing());
            at = behindBlanks(text, end);
        }
        if (at < text.length() || lines.isEmpty()) {
            lines.add(text.substring(at));
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

    /// Where the line ends that begins at `at`. What lies behind the line is not looked at, so that a text of megabytes costs no
    /// more than its signs.
    private static int end(String text, int at, int width) {
        var fitting = fitting(text, at, width);
        if (fitting == text.length() || text.charAt(fitting) == ' ') {
            return fitting;
        }
        var word = behindBlanks(text, at);
        for (var i = fitting - 1; i > word; i--) {
            if (text.charAt(i) == ' ') {
                return i + 1;
            }
        }
        for (var i = fitting - 1; i > at + (fitting - at) / 2; i--) {
            if (JOINTS.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return fitting;
    }

    /// Where what has room in `width` columns ends, at least one sign behind `at` if there is one.
    private static int fitting(String text, int at, int width) {
        var columns = 0;
        var i = at;
        while (i < text.length()) {
            var c = text.codePointAt(i);
            columns += TextWidth.of(c);
            if (columns > width && i > at) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static int behindBlanks(String text, int at) {
        var i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
