package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// A window on another source.
///
/// @param start of the window in `whole`
/// @param size of the window
record SlicedSource(ByteSource whole, long start, long size) implements ByteSource {

    static SlicedSource of(ByteSource whole, ByteRange range) {
        if (range.end() > whole.size()) {
            throw new IllegalArgumentException(
                    "%s of a source of %d bytes".formatted(range, whole.size()));
        }
        return new SlicedSource(whole, range.start(), range.length());
    }

    @Override
    public Location locate(ByteRange part) {
        return whole.locate(ByteRange.of(start, size).slice(part.start(), part.length()));
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        whole.read(start + position, target);
    }
}
