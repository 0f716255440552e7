package org.icecore.report.writing;

import java.util.Locale;

/// Numbers of things, in words.
public final class Counts {

    private Counts() {}

    /// `1 row`, `2 rows`, `9,000 rows`.
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
