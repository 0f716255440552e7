package org.icecore.app.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of a name, a time and a ratio.
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String title, String unit, String against) {
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-44s %10s   %s", title, unit, against));
    }

    /// A row with a ratio, unless there is nothing to compare with.
    void row(String name, double time, double ratio) {
        lines.add(
                String.format(
                        Locale.ROOT,
                        "  %-42s %10.1f   %s",
                        name,
                        time,
                        Double.isNaN(ratio)
                                ? "the other is not here"
                                : String.format(Locale.ROOT, "%.2f", ratio)));
    }

    /// A row that says why there are no numbers.
    void row(String reason) {
        lines.add("  " + reason);
    }

    void print() {
        lines.forEach(System.out::println);
    }
}
