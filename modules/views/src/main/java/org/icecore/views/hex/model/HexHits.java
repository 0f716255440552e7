package org.icecore.views.hex.model;

import java.util.List;
import org.icecore.analysis.table.Counted;

/// Where a pattern matches in a content.
///
/// @param starts addresses of the first bytes, ascending as unsigned numbers
/// @param more whether there are others behind the last
public record HexHits(List<Long> starts, boolean more) {
    public HexHits {
        starts = List.copyOf(starts);
    }

    /// Which of them begins at an address, in words: `3 of 17`.
    public String position(long address) {
        int index = java.util.Collections.binarySearch(starts, address, Long::compareUnsigned);
        if (index < 0) {
            return more
                    ? "one of more than %,d".formatted(starts.size())
                    : Counted.of(starts.size(), "match", "matches");
        }
        return (more ? "%,d of more than %,d" : "%,d of %,d").formatted(index + 1, starts.size());
    }
}
