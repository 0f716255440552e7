package org.icecore.analysis.compare;

/// Counts the pages that ascending runs lie on, each page once.
final class PageTally {

    private final int pageSize;
    private long pages;
    private long last;

    PageTally(int pageSize) {
        this.pageSize = pageSize;
    }

    void add(long start, long end) {
        var first = Long.divideUnsigned(start, pageSize);
        var behind = Long.divideUnsigned(end - 1, pageSize);
        pages += behind - first + 1 - (pages > 0 && first == last ? 1 : 0);
        last = behind;
    }

    long pages() {
        return pages;
    }
}
