package org.icecore.views.hex.model;

/// A side of a comparison.
public enum DiffSide {
    BEFORE,
    AFTER;

    public DiffSide other() {
        return this == BEFORE ? AFTER : BEFORE;
    }
}
