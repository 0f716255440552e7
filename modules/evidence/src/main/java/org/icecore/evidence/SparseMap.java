package org.icecore.evidence;

import java.util.ArrayList;
import java.util.List;

/// Where the data of a sparse file lies: runs of the file in rising order, packed one behind the other in the archive.
///
/// @param size bytes of the file, holes counted
/// @param starts first byte of each run in the file
/// @param stored where each run begins in the packed data, and at last where that ends
record SparseMap(long size, long[] starts, long[] stored) {

    /// The map of `numbers`, offset and length in turn.
    ///
    /// @throws IllegalArgumentException if the runs overlap, fall back or reach beyond the file
    static SparseMap of(long size, List<Long> numbers) {
        if (size < 0) {
            throw new IllegalArgumentException("its size is missing or no number");
        }
        if (numbers.size() % 2 != 0) {
            throw new IllegalArgumentException("a run has an offset and no length");
        }
        var runs = new ArrayList<ByteRange>();
        long end = 0;
        for (int i = 0; i < numbers.size(); i += 2) {
            long start = numbers.get(i);
            long length = numbers.get(i + 1);
            if (start < end || length < 0 || start > size - length) {
                throw new IllegalArgumentException(
                        "run %d+%d is out of order or beyond the file of %s"
                                .formatted(start, length, Amount.of(size, "byte")));
            }
            end = start + length;
            if (length > 0) {
                runs.add(ByteRange.of(start, length));
            }
        }
        var starts = new long[runs.size()];
        var stored = new long[runs.size() + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = runs.get(i).start();
            stored[i + 1] = stored[i] + runs.get(i).length();
        }
        return new SparseMap(size, starts, stored);
    }

    int runs() {
        return starts.length;
    }

    long end(int run) {
        return starts[run] + stored[run + 1] - stored[run];
    }

    /// Bytes of data that the archive must hold.
    long storedBytes() {
        return stored[starts.length];
    }
}
