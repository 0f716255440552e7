package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A source as a stream that knows its position, for libraries that read streams.
final class PackedStream extends InputStream {

    /// Says that a stream ends with its source.
    static final int NO_PADDING = -1;

    private static final int CHUNK = 1 << 16;
    /// More than a piece of the .xz format is long (64 KiB); a block of bzip2 is longer, but gives nothing unless it is
    /// whole. Without an end, a number that is written as a row of ones would be read for ever.
    private static final int MOST_PADDING = 2 * CHUNK;

    private final ByteSource source;
    private final int padding;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private int padded;
    private long position;

    PackedStream(ByteSource source) {
        this(source, 0, NO_PADDING);
    }

    /// @param position where to begin
    /// @param padding the byte that follows the end many times; [#NO_PADDING] for none
    PackedStream(ByteSource source, long position, int padding) {
        this.source = source;
        this.position = position;
        this.padding = padding;
    }

    /// Where the next byte lies.
    long position() {
        return position;
    }

    boolean atEnd() {
        return position == source.size();
    }

    /// The next bytes without taking them; fewer than `most` at the end.
    byte[] peek(int most) throws EvidenceException {
        return source.bytes(position, (int) Math.min(most, source.size() - position));
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        position++;
        return chunk[next++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - next);
        System.arraycopy(chunk, next, target, offset, count);
        next += count;
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        int length = Math.clamp(source.size() - position, 0, CHUNK);
        if (length == 0 && padding != NO_PADDING && padded < MOST_PADDING) {
            Arrays.fill(chunk, (byte) padding);
            padded += CHUNK;
            next = 0;
            filled = CHUNK;
            return true;
        }
        try {
            source.read(position, MemorySegment.ofArray(chunk).asSlice(0, length));
        } catch (EvidenceException e) {
            throw new IOException(e.getMessage(), e);
        }
        next = 0;
        filled = length;
        return length > 0;
    }
}
