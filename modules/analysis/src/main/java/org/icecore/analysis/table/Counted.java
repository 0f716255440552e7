package org.icecore.analysis.table;

import java.util.Locale;

/// Counts in words: `1 page`, `1,024 pages`.
public final class Counted {

    private Counted() {}

    /// The count and the thing, in the plural that an `s` makes unless there is exactly one.
    public static String of(long count, String thing) {
        return of(count, thing, thing + "s");
    }

    /// The count and the thing, or the things unless there is exactly one: `1 entry`, `2 entries`.
    public static String of(long count, String one, String many) {
        return count == 1 ? "1 " + one : String.format(Locale.ROOT, "%,d %s", count, many);
    }
}
