package org.icecore.app.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, beside what it is measured by, and whether that is what is promised.
final class Table {

    private static final String FORMAT = "%-48s  %9s  %-24s  %9s  %6s  %6s  %s";

    private final List<String> lines = new ArrayList<>();

    Table() {
        lines.add(line("What", "Icecore", "Beside", "", "Ratio", "Target", "Met"));
    }

    /// @param ours seconds
    /// @param other what takes the `others` seconds
    /// @param ratio of both, which is to be `target` at most
    void row(String what, double ours, String other, double others, double ratio, double target) {
        lines.add(
                line(
                        what,
                        seconds(ours),
                        other,
                        seconds(others),
                        number(ratio),
                        number(target),
                        ratio <= target ? "yes" : "no"));
    }

    /// A row without numbers, because what to measure by is not here.
    void missing(String what, String program) {
        lines.add(line(what, "", program + " is not here", "", "", "", ""));
    }

    void print() {
        lines.forEach(System.out::println);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, FORMAT, cells).stripTrailing();
    }

    private static String seconds(double seconds) {
        return seconds < 0.1
                ? String.format(Locale.ROOT, "%.2f ms", 1000 * seconds)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
