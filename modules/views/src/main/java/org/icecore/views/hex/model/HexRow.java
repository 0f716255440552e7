package org.icecore.views.hex.model;

/// One row of a hex view.
///
/// @param number its place, from 0
/// @param kind what it shows
/// @param span the addresses it stands for; those of a [Kind#BYTES] row are at most one row of bytes
/// @param base the address of its first column, for [Kind#BYTES]; `span.first()` otherwise
/// @param caption its words; empty for [Kind#BYTES]
public record HexRow(long number, Kind kind, AddressSpan span, long base, String caption) {

    /// What a row shows.
    public enum Kind {
        /// The title of the region that begins below it.
        TITLE,
        /// Bytes.
        BYTES,
        /// Addresses at which nothing is mapped.
        GAP,
        /// Many rows of bytes folded into this one.
        FOLDED,
        /// The head of bytes that were folded and are shown below it.
        UNFOLDED;

        /// Whether the caret can stand on such a row.
        public boolean holdsCaret() {
            return this == BYTES || this == FOLDED;
        }
    }
}
