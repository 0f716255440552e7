package org.icecore.workbench.layout;

/// Where a view goes, seen from a stack or from the whole window.
public enum Side {
    LEFT("left"),
    RIGHT("right"),
    TOP("top"),
    BOTTOM("bottom"),
    /// Into the stack, as one more tab.
    INTO("into");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /// The word shown for it.
    public String word() {
        return word;
    }

    boolean isHorizontal() {
        return this == LEFT || this == RIGHT;
    }

    boolean isBefore() {
        return this == LEFT || this == TOP;
    }
}
