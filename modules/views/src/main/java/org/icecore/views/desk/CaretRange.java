package org.icecore.views.desk;

import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.views.hex.model.HexNavigation;

/// The addresses at which an examiner is: what is selected, or the byte at the caret.
public final class CaretRange {
    private CaretRange() {}

    /// No range can hold the very last byte of the space; a selection up to there counts as none.
    public static AddressRange of(HexNavigation navigation) {
        long caret = navigation.caret();
        return navigation
                .selection()
                .filter(span -> span.end() != 0)
                .map(span -> new AddressRange(span.first(), span.end()))
                .orElseGet(() -> new AddressRange(caret, caret + 1));
    }
}
