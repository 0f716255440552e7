package org.icecore.views.hex.model;

import java.util.Arrays;

/// A stretch of bytes as read, each with its state. A byte without a value reads as 0 and must not be shown as such.
///
/// Filled by the content that made it, then only read.
public final class HexBytes {

    private final long address;
    private final byte[] values;
    private final byte[] states;

    private HexBytes(long address, byte[] values, byte[] states) {
        this.address = address;
        this.values = values;
        this.states = states;
    }

    /// `length` bytes from `address`, none of them mapped until filled.
    public static HexBytes unmapped(long address, int length) {
        var states = new byte[length];
        Arrays.fill(states, (byte) ByteState.NOT_MAPPED.ordinal());
        return new HexBytes(address, new byte[length], states);
    }

    /// Captured bytes from `address`; keeps `values` without a copy.
    public static HexBytes captured(long address, byte[] values) {
        return new HexBytes(address, values, new byte[values.length]);
    }

    /// Puts `count` captured bytes, from `offset` of `bytes`, at `index`.
    public HexBytes put(int index, byte[] bytes, int offset, int count) {
        System.arraycopy(bytes, offset, values, index, count);
        return mark(index, count, ByteState.CAPTURED);
    }

    /// Gives `count` bytes from `index` a state; those that lose their value read as 0 again.
    public HexBytes mark(int index, int count, ByteState state) {
        Arrays.fill(states, index, index + count, (byte) state.ordinal());
        if (state != ByteState.CAPTURED) {
            Arrays.fill(values, index, index + count, (byte) 0);
        }
        return this;
    }

    /// The address of the byte at index 0.
    public long address() {
        return address;
    }

    public int length() {
        return values.length;
    }

    /// The value at `index`, 0 to 255; meaningful where [#known].
    public int value(int index) {
        return values[index] & 0xff;
    }

    public ByteState state(int index) {
        return ByteState.of(states[index]);
    }

    public boolean known(int index) {
        return states[index] <= ByteState.ZERO.ordinal();
    }

    /// Number of bytes at the start, up to `limit`, that have a value.
    public int knownPrefix(int from, int limit) {
        int end = from;
        while (end < limit && known(end)) {
            end++;
        }
        return end - from;
    }

    /// The raw values, for scanning; not to be written to.
    byte[] values() {
        return values;
    }
}
