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
        if (position < 0 || target.byteSize() > bytes.length - position) {
            throw new EvidenceException(
                    Location.of(name, 0, bytes.length),
                    "ends after 0x%x bytes; %d bytes at 0x%x were asked for"
                            .formatted(bytes.length, target.byteSize(), position));
        }
        MemorySegment.copy(MemorySegment.ofArray(bytes), position, target, 0, target.byteSize());
    }
}
