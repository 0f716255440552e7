package org.icecore.checkpoint.memory;

/// An address in a task's memory; compares unsigned and prints itself as `0x7f2f369d0000`.
public record VirtualAddress(long value) implements Comparable<VirtualAddress> {

    /// Reads `0x7f2f369d0000` or `7f2f369d0000`.
    ///
    /// @throws NumberFormatException if the text is not a hexadecimal number of at most 64 bits
    public static VirtualAddress parse(String text) {
        var digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        return new VirtualAddress(Long.parseUnsignedLong(digits, 16));
    }

    /// The address `bytes` further on.
    public VirtualAddress plus(long bytes) {
        return new VirtualAddress(value + bytes);
    }

    @Override
    public int compareTo(VirtualAddress other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
