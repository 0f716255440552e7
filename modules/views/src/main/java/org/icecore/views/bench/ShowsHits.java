package org.icecore.views.bench;

import org.icecore.analysis.search.BytePattern;
import org.icecore.checkpoint.memory.AddressRange;

/// An open editor of addresses that can mark what was found elsewhere.
@FunctionalInterface
public interface ShowsHits {
    /// Goes to a hit, and marks all places that match the pattern, this one as the present.
    void showHit(BytePattern pattern, AddressRange hit);
}
