package org.icecore.views.hex.model;

/// Binary search in ascending arrays of unsigned numbers.
final class UnsignedSearch {

    private UnsignedSearch() {}

    /// The index of the last of the first `count` values that is not above `key`, -1 where all are above.
    static int floor(long[] values, int count, long key) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(values[middle], key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
