package org.icecore.views.hex.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// The rows of a hex view over a sparse space, and the way between row numbers and addresses. Immutable.
///
/// An index over segments, not over bytes: both ways are a binary search, whatever the regions measure. Row numbers fit
/// into a `long`, for even 2^64 addresses make only 2^61 rows of eight.
public final class RowTable {

    /// Words for the rows that show no bytes.
    @FunctionalInterface
    interface Captions {
        String of(HexRow.Kind kind, AddressSpan span);
    }

    private static final HexRow.Kind[] KINDS = HexRow.Kind.values();

    private final int shift;
    private final long[] first;
    private final long[] last;
    private final long[] row;
    private final byte[] kind;
    private final long rowCount;
    private final Captions captions;

    private RowTable(Builder builder, Captions captions) {
        shift = builder.shift;
        first = Arrays.copyOf(builder.first, builder.count);
        last = Arrays.copyOf(builder.last, builder.count);
        kind = Arrays.copyOf(builder.kind, builder.count);
        row = new long[builder.count];
        this.captions = captions;
        long rows = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = rows;
            rows +=
                    kind[i] == HexRow.Kind.BYTES.ordinal()
                            ? (last[i] >>> shift) - (first[i] >>> shift) + 1
                            : 1;
        }
        rowCount = rows;
    }

    /// A table without rows.
    public static RowTable empty() {
        return new Builder(16).build((_, _) -> "");
    }

    public int bytesPerRow() {
        return 1 << shift;
    }

    public long rowCount() {
        return rowCount;
    }

    /// The highest address of all rows, 0 if there are none.
    public long highest() {
        return last.length == 0 ? 0 : last[last.length - 1];
    }

    public boolean isEmpty() {
        return rowCount == 0;
    }

    /// The row with `number`, from 0 to [#rowCount] exclusive.
    public HexRow row(long number) {
        int segment = segmentOfRow(number);
        var span = new AddressSpan(first[segment], last[segment]);
        var what = KINDS[kind[segment]];
        if (what != HexRow.Kind.BYTES) {
            return new HexRow(
                    number, what, span, span.first(), PlainWords.of(captions.of(what, span)));
        }
        long base = ((span.first() >>> shift) + (number - row[segment])) << shift;
        var part =
                new AddressSpan(
                        AddressSpan.max(base, span.first()),
                        AddressSpan.min(base + bytesPerRow() - 1, span.last()));
        return new HexRow(number, what, part, base, "");
    }

    private int segmentOfRow(long number) {
        if (number < 0 || number >= rowCount) {
            throw new IndexOutOfBoundsException("row %d of %d".formatted(number, rowCount));
        }
        return UnsignedSearch.floor(row, row.length, number);
    }

    /// The row that shows `address`, or the nearest one if it lies outside of all; 0 if there are no rows.
    public long rowOf(long address) {
        int segment = UnsignedSearch.floor(first, first.length, address);
        if (segment < 0) {
            return 0;
        }
        if (kind[segment] != HexRow.Kind.BYTES.ordinal()) {
            return row[segment];
        }
        return row[segment]
                + ((AddressSpan.min(address, last[segment]) >>> shift)
                        - (first[segment] >>> shift));
    }

    /// What `address` lies in: the whole run of bytes shown, gap or fold. Empty outside of all rows.
    private OptionalInt segmentAt(long address) {
        int segment = UnsignedSearch.floor(first, first.length, address);
        return segment >= 0 && Long.compareUnsigned(address, last[segment]) <= 0
                ? OptionalInt.of(segment)
                : OptionalInt.empty();
    }

    /// The address and all that stands or falls with it: of a fold, the whole fold; of a byte, the byte.
    public AddressSpan unit(long address) {
        var segment = segmentAt(address);
        return segment.isPresent() && kind[segment.getAsInt()] == HexRow.Kind.FOLDED.ordinal()
                ? new AddressSpan(first[segment.getAsInt()], last[segment.getAsInt()])
                : AddressSpan.at(address);
    }

    /// The span of the fold, folded or unfolded, that `address` lies in.
    public Optional<AddressSpan> foldAt(long address) {
        var found = segmentAt(address);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int segment = found.getAsInt();
        boolean folded = kind[segment] == HexRow.Kind.FOLDED.ordinal();
        boolean unfolded = segment > 0 && kind[segment - 1] == HexRow.Kind.UNFOLDED.ordinal();
        return folded || unfolded
                ? Optional.of(new AddressSpan(first[segment], last[segment]))
                : Optional.empty();
    }

    /// The first row from `number` on that can hold the caret, else the last one before it; -1 if there is none.
    public long caretRow(long number, boolean upwards) {
        long from = Math.clamp(number, 0, Math.max(0, rowCount - 1));
        long found = seek(from, upwards ? -1 : 1);
        return found >= 0 ? found : seek(from, upwards ? 1 : -1);
    }

    private long seek(long from, int step) {
        for (long at = from; at >= 0 && at < rowCount; at += step) {
            if (KINDS[kind[segmentOfRow(at)]].holdsCaret()) {
                return at;
            }
        }
        return -1;
    }

    /// Gathers segments in the order of their addresses.
    static final class Builder {
        private final int shift;
        private long[] first = new long[16];
        private long[] last = new long[16];
        private byte[] kind = new byte[16];
        private int count;

        /// Rows of `bytesPerRow` bytes, a power of two.
        Builder(int bytesPerRow) {
            if (Integer.bitCount(bytesPerRow) != 1) {
                throw new IllegalArgumentException("%d bytes per row".formatted(bytesPerRow));
            }
            shift = Integer.numberOfTrailingZeros(bytesPerRow);
        }

        Builder add(HexRow.Kind what, long from, long to) {
            if (count == first.length) {
                int size = count + (count >> 1);
                first = Arrays.copyOf(first, size);
                last = Arrays.copyOf(last, size);
                kind = Arrays.copyOf(kind, size);
            }
            first[count] = from;
            last[count] = to;
            kind[count++] = (byte) what.ordinal();
            return this;
        }

        /// Adds bytes to the run of bytes that ends right below them, if the segment added last is one.
        Builder bytes(long from, long to) {
            boolean follows =
                    count > 0
                            && kind[count - 1] == HexRow.Kind.BYTES.ordinal()
                            && last[count - 1] + 1 == from
                            && (count < 2 || kind[count - 2] != HexRow.Kind.UNFOLDED.ordinal());
            if (follows) {
                last[count - 1] = to;
                return this;
            }
            return add(HexRow.Kind.BYTES, from, to);
        }

        /// Adds a fold, open with its bytes below it or closed.
        Builder fold(long from, long to, boolean open) {
            return open
                    ? add(HexRow.Kind.UNFOLDED, from, to).add(HexRow.Kind.BYTES, from, to)
                    : add(HexRow.Kind.FOLDED, from, to);
        }

        RowTable build(Captions captions) {
            return new RowTable(this, captions);
        }
    }
}
