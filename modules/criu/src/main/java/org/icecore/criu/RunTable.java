package org.icecore.criu;

import java.util.Arrays;
import org.icecore.criu.PageRun.Origin;

/// Page runs in four primitive columns, 32 bytes per run.
final class RunTable {

    private static final int LENGTH_BITS = 24;
    private static final int ORIGIN_BITS = 4;
    private static final Origin[] ORIGINS = Origin.values();

    /// The longest entry whose place the table can note; also the longest that is read.
    static final int GREATEST_ENTRY = (1 << LENGTH_BITS) - 1;

    private long[] addresses;
    private long[] pages;
    private long[] offsets;
    /// Start of the entry in the file (of up to 64 GiB), its length, its origin.
    private long[] places;
    private int size;

    RunTable(int capacity) {
        addresses = new long[capacity];
        pages = new long[capacity];
        offsets = new long[capacity];
        places = new long[capacity];
    }

    void add(long address, long count, Origin origin, long offset, long start, int length) {
        if (size == addresses.length) {
            resize(size + (size >> 1) + 16);
        }
        addresses[size] = address;
        pages[size] = count;
        offsets[size] = offset;
        places[size] =
                start << LENGTH_BITS + ORIGIN_BITS
                        | (long) length << ORIGIN_BITS
                        | origin.ordinal();
        size++;
    }

    void trim() {
        if (size < addresses.length) {
            resize(size);
        }
    }

    private void resize(int capacity) {
        addresses = Arrays.copyOf(addresses, capacity);
        pages = Arrays.copyOf(pages, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        places = Arrays.copyOf(places, capacity);
    }

    int size() {
        return size;
    }

    long address(int i) {
        return addresses[i];
    }

    long pages(int i) {
        return pages[i];
    }

    Origin origin(int i) {
        return ORIGINS[(int) (places[i] & (1 << ORIGIN_BITS) - 1)];
    }

    long offset(int i) {
        return offsets[i];
    }

    long start(int i) {
        return places[i] >>> LENGTH_BITS + ORIGIN_BITS;
    }

    int length(int i) {
        return (int) (places[i] >>> ORIGIN_BITS & GREATEST_ENTRY);
    }

    /// Makes run `i` begin `count` pages later.
    void cutHead(int i, long count, long pageSize) {
        addresses[i] += count * pageSize;
        pages[i] -= count;
        if (origin(i) == Origin.PRESENT) {
            offsets[i] += count * pageSize;
        }
    }

    /// Copies run `from` over run `to`.
    void move(int from, int to) {
        addresses[to] = addresses[from];
        pages[to] = pages[from];
        offsets[to] = offsets[from];
        places[to] = places[from];
    }

    void truncate(int newSize) {
        size = newSize;
    }

    /// The last run that begins at or below `address`, -1 if none does; the runs are in order.
    int floor(long address) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /// Orders the runs by address, in the order of the file where two are equal. A heap sort: in place, and no input
    /// makes it slow.
    void sort() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            sift(i, size);
        }
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            sift(0, end);
        }
    }

    private void sift(int root, int end) {
        int parent = root;
        for (int child = 2 * parent + 1; child < end; child = 2 * parent + 1) {
            if (child + 1 < end && before(child, child + 1)) {
                child++;
            }
            if (!before(parent, child)) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private boolean before(int a, int b) {
        int order = Long.compareUnsigned(addresses[a], addresses[b]);
        return order != 0 ? order < 0 : Long.compareUnsigned(places[a], places[b]) < 0;
    }

    private void swap(int a, int b) {
        swap(addresses, a, b);
        swap(pages, a, b);
        swap(offsets, a, b);
        swap(places, a, b);
    }

    private static void swap(long[] column, int a, int b) {
        long kept = column[a];
        column[a] = column[b];
        column[b] = kept;
    }
}
