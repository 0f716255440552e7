package org.icecore.analysis.table;

/// Kinds of absence, told apart wherever a value is shown.
public enum Absence {
    /// The evidence does not hold it.
    NOT_CAPTURED("not captured"),
    /// The evidence holds something unreadable in its place.
    MALFORMED("malformed"),
    /// There can be none here.
    NOT_APPLICABLE("not applicable");

    private final String label;

    Absence(String label) {
        this.label = label;
    }

    /// The words for tables.
    public String label() {
        return label;
    }
}
