package org.icecore.views.desk;

import org.icecore.evidence.ByteRange;

/// An open editor of bytes that can be asked to show some of them.
@FunctionalInterface
public interface ShowsBytes {

    /// Selects the bytes and brings them into sight. What lies beyond the end is left out.
    void show(ByteRange range);
}
