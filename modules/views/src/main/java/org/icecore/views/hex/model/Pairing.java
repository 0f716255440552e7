package org.icecore.views.hex.model;

/// The states of one address before and after.
record Pairing(ByteState before, ByteState after) {

    boolean unmapped() {
        return before == ByteState.NOT_MAPPED && after == ByteState.NOT_MAPPED;
    }

    /// Both values are known, so that they are equal or changed.
    boolean comparable() {
        return before.known() && after.known();
    }

    /// Whether a long run has nothing to read on either side. With only changes in sight, what both sides know folds
    /// with its equal neighbours instead.
    boolean foldsAlone(boolean changesOnly) {
        return before != ByteState.CAPTURED
                && after != ByteState.CAPTURED
                && !(changesOnly && comparable());
    }

    /// Whether a run of the one and a run of the other are the same to a comparison.
    boolean comparesLike(Pairing other) {
        return level(before) == level(other.before) && level(after) == level(other.after);
    }

    private static int level(ByteState state) {
        return switch (state) {
            case CAPTURED, ZERO -> 0;
            case NOT_CAPTURED -> 1;
            case NOT_MAPPED -> 2;
        };
    }
}
