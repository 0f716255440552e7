package org.icecore.analysis.compare;

import org.icecore.checkpoint.memory.AddressRange;

/// Takes the results of one stretch: joins runs that touch, counts bytes and pages.
final class StretchTally {

    private final RangeList changed;
    private final RangeBudget budget;
    private final PageTally pagesChanged;
    private final PageTally pagesAdded;
    private final PageTally pagesRemoved;
    private final PageTally pagesOneSided;
    private long bytesChanged;
    private long bytesEqual;
    private long bytesOneSided;
    private long bytesUnknown;
    private long bytesAdded;
    private long bytesRemoved;
    private long lastEnd;
    private boolean any;

    StretchTally(RangeList changed, RangeBudget budget, int pageSize) {
        this.changed = changed;
        this.budget = budget;
        this.pagesChanged = new PageTally(pageSize);
        this.pagesAdded = new PageTally(pageSize);
        this.pagesRemoved = new PageTally(pageSize);
        this.pagesOneSided = new PageTally(pageSize);
    }

    /// A run of changed bytes; runs come in ascending order and may touch where a chunk ends.
    void changed(long start, long end) {
        bytesChanged += end - start;
        bytesEqual -= end - start;
        pagesChanged.add(start, end);
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
        pagesOneSided.add(range.start(), range.end());
    }

    void unknown(AddressRange range) {
        bytesUnknown += range.length();
    }

    void added(AddressRange range) {
        bytesAdded += range.length();
        pagesAdded.add(range.start(), range.end());
    }

    void removed(AddressRange range) {
        bytesRemoved += range.length();
        pagesRemoved.add(range.start(), range.end());
    }

    MemoryCounts counts() {
        return new MemoryCounts(
                new PageCounts(
                        pagesChanged.pages(),
                        pagesAdded.pages(),
                        pagesRemoved.pages(),
                        pagesOneSided.pages()),
                bytesChanged,
                bytesEqual,
                bytesOneSided,
                bytesUnknown,
                bytesAdded,
                bytesRemoved);
    }
}
