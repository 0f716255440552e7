package org.icecore.views.hex.model;

import java.util.Arrays;

/// The rows around changes, as ascending, disjoint spans of whole rows.
final class ChangeWindows {

    private final long[] first;
    private final long[] last;

    private ChangeWindows(long[] first, long[] last) {
        this.first = first;
        this.last = last;
    }

    static ChangeWindows of(HexChanges changes, int bytesPerRow, int rowsAround) {
        long mask = bytesPerRow - 1L;
        long around = (long) bytesPerRow * rowsAround;
        var first = new long[changes.size()];
        var last = new long[changes.size()];
        int count = 0;
        for (int i = 0; i < changes.size(); i++) {
            var span = changes.span(i);
            long top = span.first() & ~mask;
            long bottom = span.last() | mask;
            long from = Long.compareUnsigned(top, around) < 0 ? 0 : top - around;
            long to = Long.compareUnsigned(-1L - bottom, around) < 0 ? -1L : bottom + around;
            if (count > 0 && Long.compareUnsigned(last[count - 1], from - 1) >= 0 && from != 0) {
                last[count - 1] = AddressSpan.max(last[count - 1], to);
            } else if (count > 0 && from == 0) {
                last[count - 1] = AddressSpan.max(last[count - 1], to);
            } else {
                first[count] = from;
                last[count++] = to;
            }
        }
        return new ChangeWindows(Arrays.copyOf(first, count), Arrays.copyOf(last, count));
    }

    /// The first window that ends at or after `address`, or the number of windows.
    int from(long address) {
        int floor = UnsignedSearch.floor(first, first.length, address);
        return floor >= 0 && Long.compareUnsigned(last[floor], address) >= 0 ? floor : floor + 1;
    }

    int count() {
        return first.length;
    }

    AddressSpan get(int index) {
        return new AddressSpan(first[index], last[index]);
    }
}
