package org.icecore.evidence;

/// Counts in the sentences of defects: `1 byte`, `4096 bytes`; digits without separators, as those of the places beside
/// them.
public final class Amount {

    private Amount() {}

    /// The count and the thing, in the plural that an `s` makes unless there is exactly one.
    public static String of(long count, String thing) {
        return count == 1 ? "1 " + thing : count + " " + thing + "s";
    }

    /// `1 is`, `4096 are`.
    public static String are(long count) {
        return count == 1 ? "1 is" : count + " are";
    }
}
