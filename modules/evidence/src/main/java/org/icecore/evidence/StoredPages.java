package org.icecore.evidence;

import java.util.Arrays;

/// Which pages of a content lie in a file that holds them one after the other and leaves out those that are all zeros.
///
/// From such a file alone nobody can tell which pages those were. Keeps 12 bytes for 64 pages.
final class StoredPages {

    /// Bytes in a page.
    static final int PAGE = CopyKey.PIECE;

    /// Some pages in a row that are all stored, or all left out.
    ///
    /// @param bytes from the position that was asked for to the end of the last of them, or of what was asked for
    /// @param stored the position in the file, in bytes; negative if they are zeros
    record Run(long bytes, long stored) {

        boolean zeros() {
            return stored < 0;
        }
    }

    private static final int PAGES = Long.SIZE;

    /// A bit for each page, set if it is stored, and for each of these words how many pages before it are.
    private long[] bits = new long[16];

    private int[] before = new int[16];
    private int words;
    private long pages;
    private int stored;

    /// The next page; the last one may be short.
    void add(boolean isStored) {
        int bit = (int) (pages % PAGES);
        if (bit == 0) {
            if (words == bits.length) {
                bits = Arrays.copyOf(bits, words * 2);
                before = Arrays.copyOf(before, words * 2);
            }
            before[words++] = stored;
        }
        if (isStored) {
            bits[words - 1] |= 1L << bit;
            stored = Math.incrementExact(stored);
        }
        pages++;
    }

    /// What lies at `position`, and how far it is so, at most for `length` bytes.
    ///
    /// @param length at least one; all of it within the pages that were added
    Run at(long position, long length) {
        long page = position / PAGE;
        boolean isStored = isStored(page);
        long end = page + 1;
        while (end * PAGE < position + length && isStored(end) == isStored) {
            end++;
        }
        long bytes = Math.min(length, end * PAGE - position);
        return new Run(bytes, isStored ? slot(page) * PAGE + position % PAGE : -1);
    }

    private boolean isStored(long page) {
        return (bits[word(page)] >>> page % PAGES & 1) != 0;
    }

    private long slot(long page) {
        int word = word(page);
        long earlier = bits[word] & (1L << page % PAGES) - 1;
        return before[word] + (long) Long.bitCount(earlier);
    }

    private static int word(long page) {
        return Math.toIntExact(page / PAGES);
    }
}
