package org.icecore.analysis.compare;

import java.util.Arrays;
import org.icecore.checkpoint.memory.AddressRange;

/// Ascending, disjoint runs of addresses, kept in 16 bytes each.
///
/// Built by one thread, then only read; safe for use by several from then on.
public final class RangeList {

    private long[] bounds = new long[16];
    private int size;

    RangeList() {}

    /// Number of runs.
    public int size() {
        return size;
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The first address of run `index`.
    public long start(int index) {
        return bounds[2 * checked(index)];
    }

    /// The address behind run `index`.
    public long end(int index) {
        return bounds[2 * checked(index) + 1];
    }

    /// Run `index`.
    public AddressRange get(int index) {
        return new AddressRange(start(index), end(index));
    }

    /// The first run that ends behind `address`; [#size()] if there is none. Found by bisection.
    public int firstEndingBehind(long address) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Long.compareUnsigned(bounds[2 * middle + 1], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether some run holds `address`.
    public boolean contains(long address) {
        var index = firstEndingBehind(address);
        return index < size && Long.compareUnsigned(bounds[2 * index], address) <= 0;
    }

    /// Bytes in all runs together.
    public long bytes() {
        var bytes = 0L;
        for (var i = 0; i < size; i++) {
            bytes += bounds[2 * i + 1] - bounds[2 * i];
        }
        return bytes;
    }

    /// Appends `[start, end)`, which lies behind all others.
    void append(long start, long end) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    /// Moves the end of the last run.
    void extendLast(long end) {
        bounds[2 * checked(size - 1) + 1] = end;
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }
}
