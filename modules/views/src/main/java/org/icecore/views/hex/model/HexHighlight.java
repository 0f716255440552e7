package org.icecore.views.hex.model;

/// A marked run of addresses.
///
/// @param span what is marked
/// @param kind why, which gives the colour and the cue beside it
/// @param tooltip what to say when the pointer rests there; may be empty
public record HexHighlight(AddressSpan span, Kind kind, String tooltip) {

    /// Why bytes are marked.
    public enum Kind {
        /// Found by a search.
        HIT,
        /// A mark of the examiner.
        BOOKMARK,
        /// Support of a finding.
        FINDING,
        /// A field of a decoded structure.
        FIELD
    }
}
