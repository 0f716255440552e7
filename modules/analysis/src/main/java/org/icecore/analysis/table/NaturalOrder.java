package org.icecore.analysis.table;

import java.util.Comparator;

/// The order in which a reader looks for names: `core-7.img` before `core-12.img`. Makes no copies, so that a table of very many
/// rows can be sorted by it.
public enum NaturalOrder implements Comparator<String> {
    /// The order.
    ORDER;

    @Override
    public int compare(String a, String b) {
        var at = 0;
        var other = 0;
        while (at < a.length() && other < b.length()) {
            var end = end(a, at);
            var otherEnd = end(b, other);
            var numbers = isDigit(a.charAt(at)) && isDigit(b.charAt(other));
            var order =
                    numbers
                            ? compareNumbers(a, at, end, b, other, otherEnd)
                            : compareWords(a, at, end, b, other, otherEnd);
            if (order != 0) {
                return order;
            }
            at = end;
            other = otherEnd;
        }
        var left = Boolean.compare(at < a.length(), other < b.length());
        return left == 0 ? a.compareTo(b) : left;
    }

    /// Where the number or the word that begins at `from` ends.
    private static int end(String text, int from) {
        var number = isDigit(text.charAt(from));
        var end = from + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == number) {
            end++;
        }
        return end;
    }

    /// By value: of two without leading zeros the longer is the greater.
    private static int compareNumbers(
            String a, int from, int end, String b, int otherFrom, int otherEnd) {
        var start = withoutZeros(a, from, end);
        var otherStart = withoutZeros(b, otherFrom, otherEnd);
        var byLength = Integer.compare(end - start, otherEnd - otherStart);
        return byLength == 0 ? compareWords(a, start, end, b, otherStart, otherEnd) : byLength;
    }

    private static int withoutZeros(String text, int from, int end) {
        var start = from;
        while (start < end && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int compareWords(
            String a, int from, int end, String b, int otherFrom, int otherEnd) {
        var length = end - from;
        var otherLength = otherEnd - otherFrom;
        for (var i = 0; i < Math.min(length, otherLength); i++) {
            var order = Character.compare(a.charAt(from + i), b.charAt(otherFrom + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, otherLength);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
