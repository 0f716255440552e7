package org.icecore.evidence;

/// A half-open run of bytes: `[start, end)`, both offsets from zero.
public record ByteRange(long start, long end) {

    public ByteRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a byte range: [%d, %d)".formatted(start, end));
        }
    }

    /// The run of `length` bytes that begins at `start`.
    public static ByteRange of(long start, long length) {
        return new ByteRange(start, Math.addExact(start, length));
    }

    /// Number of bytes.
    public long length() {
        return end - start;
    }

    /// The part of this range that `[from, from + count)` of its own bytes occupies.
    public ByteRange slice(long from, long count) {
        if (from < 0 || count < 0 || from > length() - count) {
            throw new IllegalArgumentException(
                    "slice %d+%d of a range of %d bytes".formatted(from, count, length()));
        }
        return of(start + from, count);
    }

    @Override
    public String toString() {
        return "0x%x..0x%x".formatted(start, end);
    }
}
