package org.icecore.views.hex.model;

/// What is known of a byte.
public enum ByteState {
    /// Its value was captured.
    CAPTURED,
    /// It belongs to a page recorded as all zeros: the value is known to be 0.
    ZERO,
    /// The address is mapped, the value is not here; the run says why.
    NOT_CAPTURED,
    /// Nothing is mapped at the address.
    NOT_MAPPED;

    private static final ByteState[] ALL = values();

    /// Whether the byte has a value.
    public boolean known() {
        return this == CAPTURED || this == ZERO;
    }

    static ByteState of(byte ordinal) {
        return ALL[ordinal];
    }
}
