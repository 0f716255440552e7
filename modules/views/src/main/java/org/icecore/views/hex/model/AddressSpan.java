package org.icecore.views.hex.model;

import java.util.Optional;

/// A run of addresses in an unsigned 64-bit space, never empty. Both ends belong to it, so that it can reach the top.
public record AddressSpan(long first, long last) {

    public AddressSpan {
        if (Long.compareUnsigned(first, last) > 0) {
            throw new IllegalArgumentException(
                    "not a span of addresses: 0x%x to 0x%x".formatted(first, last));
        }
    }

    /// The `length` addresses that begin at `first`; `length` is unsigned.
    public static AddressSpan of(long first, long length) {
        if (length == 0) {
            throw new IllegalArgumentException("an empty span at 0x%x".formatted(first));
        }
        return new AddressSpan(first, first + (length - 1));
    }

    /// The addresses from `start` up to but without `end`; an `end` of 0 stands for 2^64.
    public static AddressSpan until(long start, long end) {
        return new AddressSpan(start, end - 1);
    }

    /// The single address `address`.
    public static AddressSpan at(long address) {
        return new AddressSpan(address, address);
    }

    /// The span between two addresses in either order.
    public static AddressSpan between(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0
                ? new AddressSpan(one, other)
                : new AddressSpan(other, one);
    }

    /// The first address beyond, 0 where that is 2^64.
    public long end() {
        return last + 1;
    }

    /// Number of addresses, unsigned; 0 stands for 2^64, the whole space.
    public long length() {
        return last - first + 1;
    }

    public boolean contains(long address) {
        return Long.compareUnsigned(first, address) <= 0
                && Long.compareUnsigned(address, last) <= 0;
    }

    public boolean intersects(AddressSpan other) {
        return Long.compareUnsigned(first, other.last) <= 0
                && Long.compareUnsigned(other.first, last) <= 0;
    }

    /// What both have in common.
    public Optional<AddressSpan> intersection(AddressSpan other) {
        return intersects(other)
                ? Optional.of(new AddressSpan(max(first, other.first), min(last, other.last)))
                : Optional.empty();
    }

    /// The address of this span that is nearest to `address`.
    public long nearest(long address) {
        return min(max(first, address), last);
    }

    static long min(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? one : other;
    }

    static long max(long one, long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }

    @Override
    public String toString() {
        return "0x%x-0x%x".formatted(first, last);
    }
}
