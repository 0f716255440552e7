package org.icecore.fuzz;

import java.util.Arrays;

/// Reads the parts of an input, in order; where it ends, zeros and empty parts follow.
final class Input {

    private final byte[] bytes;
    private int at;

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean ended() {
        return at >= bytes.length;
    }

    /// The next byte, 0 to 255.
    int u8() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }

    /// The next two bytes, little-endian.
    int u16() {
        return u8() | u8() << 8;
    }

    /// The next three bytes, little-endian.
    int u24() {
        return u16() | u8() << 16;
    }

    /// The next eight bytes, little-endian.
    long u64() {
        return u24() | (long) u24() << 24 | (long) u16() << 48;
    }

    /// The next `length` bytes, or what there is of them.
    byte[] part(int length) {
        int end = Math.min(bytes.length, at + length);
        var part = Arrays.copyOfRange(bytes, Math.min(at, end), end);
        at = end;
        return part;
    }

    /// All that is left.
    byte[] rest() {
        return part(bytes.length - at);
    }
}
