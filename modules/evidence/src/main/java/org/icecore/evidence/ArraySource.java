package org.icecore.evidence;

import java.lang.foreign.MemorySegment;

/// Bytes that lie on the heap.
final class ArraySource implements ByteSource {

    private final String name;
    private final byte[] bytes;

    ArraySource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public Location locate(ByteRange range) {
        return new Location(name, range);
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        Reach.check(this, position, target);
        MemorySegment.copy(MemorySegment.ofArray(bytes), position, target, 0, target.byteSize());
    }
}
