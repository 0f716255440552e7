package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Hands out a source as it is.
final class Uncompressed implements Decompressor {

    private final ByteSource source;
    private long position;

    Uncompressed(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (position == source.size()) {
            return -1;
        }
        int length = (int) Math.min(target.remaining(), source.size() - position);
        source.read(position, MemorySegment.ofBuffer(target).asSlice(0, length));
        target.position(target.position() + length);
        position += length;
        return length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<Defect> trailer() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
