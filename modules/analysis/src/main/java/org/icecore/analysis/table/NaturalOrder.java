package org.icecore.analysis.table;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The order in which a reader looks for names: `core-7.img` before `core-12.img`.
public enum NaturalOrder implements Comparator<String> {
    /// The order.
    ORDER;

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    @Override
    public int compare(String a, String b) {
        var parts = BETWEEN.split(a);
        var others = BETWEEN.split(b);
        for (var i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = comparePart(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return parts.length == others.length ? a.compareTo(b) : parts.length - others.length;
    }

    private static int comparePart(String a, String b) {
        if (!isNumber(a) || !isNumber(b)) {
            return a.compareTo(b);
        }
        var digits = a.replaceFirst("^0+", "");
        var others = b.replaceFirst("^0+", "");
        return digits.length() == others.length()
                ? digits.compareTo(others)
                : digits.length() - others.length();
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
