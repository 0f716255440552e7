package org.icecore.analysis.acquisition;

/// What a statement means for whoever does not find something.
public enum Bearing {
    /// It is as it should be, or plainly told.
    FACT("fact"),
    /// It can mislead whoever does not know it.
    CAUTION("caution"),
    /// Something may have been there, and the evidence does not hold it.
    GAP("gap");

    private final String label;

    Bearing(String label) {
        this.label = label;
    }

    /// The word for tables.
    public String label() {
        return label;
    }
}
