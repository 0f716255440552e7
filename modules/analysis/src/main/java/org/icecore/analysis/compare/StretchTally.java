package org.icecore.analysis.compare;

import org.icecore.checkpoint.memory.AddressRange;

/// Takes the results of one stretch: joins runs that touch, counts bytes and pages.
final class StretchTally {

    private final RangeList changed;
    private final RangeBudget budget;
    private final int pageSize;
    private long pagesChanged;
    private long bytesChanged;
    private long bytesEqual;
    private long bytesOneSided;
    private long bytesUnknown;
    private long bytesAdded;
    private long bytesRemoved;
    private long lastPage;
    private long lastEnd;
    private boolean any;

    StretchTally(RangeList changed, RangeBudget budget, int pageSize) {
        this.changed = changed;
        this.budget = budget;
        this.pageSize = pageSize;
    }

    /// A run of changed bytes; runs come in ascending order and may touch where a chunk ends.
    void changed(long start, long end) {
        bytesChanged += end - start;
        bytesEqual -= end - start;
        countPages(start, end);
        if (any
                && start == lastEnd
                && !changed.isEmpty()
                && changed.end(changed.size() - 1) == start) {
            changed.extendLast(end);
        } else if (budget.take()) {
            changed.append(start, end);
        }
        lastEnd = end;
        any = true;
    }

    private void countPages(long start, long end) {
        var first = Long.divideUnsigned(start, pageSize);
        var last = Long.divideUnsigned(end - 1, pageSize);
        pagesChanged += last - first + 1 - (any && first == lastPage ? 1 : 0);
        lastPage = last;
    }

    /// Bytes known on both sides, of which [#changed] tells the different ones.
    void compared(AddressRange range) {
        bytesEqual += range.length();
    }

    /// Bytes that were to be compared, but could not be read.
    void unreadable(AddressRange range) {
        bytesEqual -= range.length();
        bytesUnknown += range.length();
    }

    void oneSided(AddressRange range) {
        bytesOneSided += range.length();
    }

    void unknown(AddressRange range) {
        bytesUnknown += range.length();
    }

    void added(AddressRange range) {
        bytesAdded += range.length();
    }

    void removed(AddressRange range) {
        bytesRemoved += range.length();
    }

    MemoryCounts counts() {
        return new MemoryCounts(
                pagesChanged,
                bytesChanged,
                bytesEqual,
                bytesOneSided,
                bytesUnknown,
                bytesAdded,
                bytesRemoved);
    }
}
