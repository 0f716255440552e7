package org.icecore.report;

/// What became of a thing between before and after. Meaning is never carried by colour alone: every mark has a sign.
public enum Mark {
    /// Not a comparison, or the same on both sides.
    NONE(""),
    /// Only in the later checkpoint.
    ADDED("+"),
    /// Only in the earlier checkpoint.
    REMOVED("-"),
    /// In both, and not the same.
    CHANGED("~"),
    /// In one, and the other cannot tell whether it had it.
    UNKNOWN("?");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /// The sign that stands before the thing; empty for [#NONE].
    public String sign() {
        return sign;
    }
}
