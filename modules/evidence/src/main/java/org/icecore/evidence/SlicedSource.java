package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// A window on another source.
record SlicedSource(ByteSource whole, ByteRange range) implements ByteSource {

    SlicedSource {
        if (range.end() > whole.size()) {
            throw new IllegalArgumentException(
                    "%s of a source of %d bytes".formatted(range, whole.size()));
        }
    }

    @Override
    public long size() {
        return range.length();
    }

    @Override
    public Location locate(ByteRange part) {
        return whole.locate(range.slice(part.start(), part.length()));
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        whole.read(range.start() + position, target);
    }
}
