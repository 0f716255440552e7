package org.icecore.checkpoint.memory;

/// A half-open, non-empty run of addresses `[start, end)`; both unsigned 64-bit.
///
/// The very last byte of the address space cannot be part of one: no kernel maps it.
public record AddressRange(long start, long end) implements Comparable<AddressRange> {

    public AddressRange {
        if (Long.compareUnsigned(start, end) >= 0) {
            throw new IllegalArgumentException(
                    "not an address range: [0x%x, 0x%x)".formatted(start, end));
        }
    }

    /// The run of `length` bytes (unsigned, at least 1) that begins at `start`.
    public static AddressRange of(long start, long length) {
        return new AddressRange(start, start + length);
    }

    /// Bytes, unsigned.
    public long length() {
        return end - start;
    }

    /// Whether the address lies in it.
    public boolean contains(long address) {
        return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /// Whether the two share an address.
    public boolean overlaps(AddressRange other) {
        return Long.compareUnsigned(start, other.end) < 0
                && Long.compareUnsigned(other.start, end) < 0;
    }

    /// The addresses that both hold; they must overlap.
    public AddressRange intersection(AddressRange other) {
        return new AddressRange(max(start, other.start), min(end, other.end));
    }

    @Override
    public int compareTo(AddressRange other) {
        var byStart = Long.compareUnsigned(start, other.start);
        return byStart != 0 ? byStart : Long.compareUnsigned(end, other.end);
    }

    /// `0x1000-0x2000`, as `/proc/PID/maps` writes it but for the `0x`.
    @Override
    public String toString() {
        return "0x%x-0x%x".formatted(start, end);
    }

    private static long max(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    private static long min(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }
}
