package org.icecore.analysis.compare;

/// What happened to a thing between two checkpoints.
public enum Mark {
    /// Only in the second.
    ADDED('+', "added"),
    /// Only in the first.
    REMOVED('-', "removed"),
    /// In both, different.
    CHANGED('~', "changed"),
    /// In one, and nobody knows whether the other had it: what could tell is lost or was never written.
    UNKNOWN('?', "unknown");

    private final char sign;
    private final String label;

    Mark(char sign, String label) {
        this.sign = sign;
        this.label = label;
    }

    /// The sign that stands before it wherever colour could be missing.
    public char sign() {
        return sign;
    }

    /// The word for tables.
    public String label() {
        return label;
    }
}
