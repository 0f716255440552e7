package org.icecore.criu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads small things at rising positions of a source through one buffer.
final class ByteWindow {

    private final ByteSource source;
    private final byte[] buffer;
    private long start;
    private int filled;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    ByteWindow(ByteSource source, int capacity) {
        this.source = source;
        this.buffer = new byte[(int) Math.min(capacity, Math.max(source.size(), Integer.BYTES))];
    }

    void order(ByteOrder order) {
        this.order = order;
    }

    /// The u32 at `position`; the caller has made sure that it lies in the source.
    int u32(long position) throws EvidenceException {
        return ByteBuffer.wrap(buffer).order(order).getInt(load(position, Integer.BYTES));
    }

    /// A copy of `length` bytes at `position`; the caller has made sure that they lie in the source.
    byte[] bytes(long position, int length) throws EvidenceException {
        if (length > buffer.length) {
            return source.bytes(position, length);
        }
        int from = load(position, length);
        return Arrays.copyOfRange(buffer, from, from + length);
    }

    /// Brings `length` bytes, at most the capacity, into [#buffer()] and says where in it they begin.
    int load(long position, int length) throws EvidenceException {
        if (position < start || position - start > filled - length) {
            filled = 0;
            int count = (int) Math.min(buffer.length, source.size() - position);
            source.read(position, MemorySegment.ofArray(buffer).asSlice(0, count));
            start = position;
            filled = count;
        }
        return (int) (position - start);
    }

    byte[] buffer() {
        return buffer;
    }

    int capacity() {
        return buffer.length;
    }
}
