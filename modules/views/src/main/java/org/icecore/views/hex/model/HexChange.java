package org.icecore.views.hex.model;

/// A run of addresses that differs between before and after.
public record HexChange(AddressSpan span, Kind kind) {

    /// How a run differs.
    public enum Kind {
        /// Mapped after only.
        ADDED('+'),
        /// Mapped before only.
        REMOVED('-'),
        /// Mapped on both sides, with other bytes.
        CHANGED('~');

        private final char marker;

        Kind(char marker) {
            this.marker = marker;
        }

        /// The sign that tells this kind without its colour.
        public char marker() {
            return marker;
        }
    }
}
