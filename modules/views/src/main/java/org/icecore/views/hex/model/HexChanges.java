package org.icecore.views.hex.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An index of changes, ascending and disjoint, searched by address. 17 bytes of memory per change.
public final class HexChanges {

    private static final HexChange.Kind[] KINDS = HexChange.Kind.values();

    private final long[] first;
    private final long[] last;
    private final byte[] kind;

    private HexChanges(long[] first, long[] last, byte[] kind) {
        this.first = first;
        this.last = last;
        this.kind = kind;
    }

    /// An index without changes.
    public static HexChanges none() {
        return new HexChanges(new long[0], new long[0], new byte[0]);
    }

    /// The index of `changes`.
    ///
    /// @throws IllegalArgumentException if they are not ascending and disjoint
    public static HexChanges of(List<HexChange> changes) {
        int count = changes.size();
        var index = new HexChanges(new long[count], new long[count], new byte[count]);
        int i = 0;
        for (var change : changes) {
            var span = change.span();
            if (i > 0 && Long.compareUnsigned(index.last[i - 1], span.first()) >= 0) {
                throw new IllegalArgumentException(
                        "change %s does not follow the one before it".formatted(span));
            }
            index.first[i] = span.first();
            index.last[i] = span.last();
            index.kind[i++] = (byte) change.kind().ordinal();
        }
        return index;
    }

    public int size() {
        return first.length;
    }

    public HexChange get(int index) {
        return new HexChange(span(index), KINDS[kind[index]]);
    }

    AddressSpan span(int index) {
        return new AddressSpan(first[index], last[index]);
    }

    /// The change that contains `address`.
    public OptionalInt at(long address) {
        int floor = UnsignedSearch.floor(first, first.length, address);
        return floor >= 0 && Long.compareUnsigned(address, last[floor]) <= 0
                ? OptionalInt.of(floor)
                : OptionalInt.empty();
    }

    /// The first change that begins after `address`.
    public OptionalInt after(long address) {
        int next = UnsignedSearch.floor(first, first.length, address) + 1;
        return next < first.length ? OptionalInt.of(next) : OptionalInt.empty();
    }

    /// The last change that ends before `address`.
    public OptionalInt before(long address) {
        int floor = UnsignedSearch.floor(first, first.length, address);
        if (floor >= 0 && Long.compareUnsigned(address, last[floor]) <= 0) {
            floor--;
        }
        return floor >= 0 ? OptionalInt.of(floor) : OptionalInt.empty();
    }

    /// The first change with an address in `span`.
    public OptionalInt firstIn(AddressSpan span) {
        int floor = UnsignedSearch.floor(first, first.length, span.first());
        int candidate =
                floor >= 0 && Long.compareUnsigned(span.first(), last[floor]) <= 0
                        ? floor
                        : floor + 1;
        return candidate < first.length && Long.compareUnsigned(first[candidate], span.last()) <= 0
                ? OptionalInt.of(candidate)
                : OptionalInt.empty();
    }

    /// The kind of the first change in `span`.
    public Optional<HexChange.Kind> kindIn(AddressSpan span) {
        var found = firstIn(span);
        return found.isPresent() ? Optional.of(KINDS[kind[found.getAsInt()]]) : Optional.empty();
    }
}
