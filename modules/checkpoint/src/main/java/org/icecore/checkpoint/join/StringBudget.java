package org.icecore.checkpoint.join;

/// How much heap the command lines and environments of all tasks may take together.
///
/// Tasks can share the pages that hold them, so that a small dump can claim any amount of text.
final class StringBudget {

    /// Tens of thousands of tasks with some kilobytes each, or what a small heap can spare.
    private static final long MOST = Math.min(96L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final long PER_STRING = 100;
    private static final long PER_EMPTY_STRING = 8;

    private long left = MOST;

    /// Whether the strings of `area`, NULs between, may be kept; if so they are counted.
    boolean take(byte[] area) {
        var cost = (long) area.length;
        for (var i = 0; i < area.length; i++) {
            if (area[i] == 0) {
                cost += i == 0 || area[i - 1] == 0 ? PER_EMPTY_STRING : PER_STRING;
            }
        }
        if (cost > left) {
            return false;
        }
        left -= cost;
        return true;
    }

    /// Whether an area of that length may be read at all.
    boolean allows(long bytes) {
        return bytes <= left;
    }

    @Override
    public String toString() {
        return "not read: command lines and environments of the tasks before take most of the %d MiB that all may have"
                .formatted(MOST >> 20);
    }
}
