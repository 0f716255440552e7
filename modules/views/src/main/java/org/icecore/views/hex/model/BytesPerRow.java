package org.icecore.views.hex.model;

/// How many bytes a row shows.
public enum BytesPerRow {
    /// Sixteen where there is room, else eight.
    FITTING(0),
    EIGHT(8),
    SIXTEEN(16),
    THIRTY_TWO(32);

    private final int fixed;

    BytesPerRow(int fixed) {
        this.fixed = fixed;
    }

    /// The number for a view in which `sixteenFit` or not.
    public int count(boolean sixteenFit) {
        return fixed != 0 ? fixed : sixteenFit ? 16 : 8;
    }
}
