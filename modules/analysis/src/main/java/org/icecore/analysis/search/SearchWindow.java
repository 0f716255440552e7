package org.icecore.analysis.search;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.memory.AddressRange;

/// Finds a pattern in bytes that come in pieces, over the seams of adjacent pieces too.
final class SearchWindow implements MemoryScan.Sink {

    private final BytePattern pattern;
    private final Found found;
    private final byte[] buffer;
    private final List<AddressRange> fresh = new ArrayList<>();
    private long address;
    private int filled;

    /// Takes matches in ascending order.
    interface Found {

        /// A match.
        ///
        /// @return whether more are wanted
        boolean at(AddressRange range);
    }

    SearchWindow(BytePattern pattern, Found found) {
        this.pattern = pattern;
        this.found = found;
        this.buffer = new byte[MemoryScan.CHUNK + pattern.length() - 1];
    }

    @Override
    public void begin() {
        filled = 0;
        fresh.clear();
    }

    @Override
    public boolean take(long start, byte[] bytes, int length, boolean isFresh) {
        if (filled == 0 || start != address + filled) {
            begin();
            address = start;
        }
        System.arraycopy(bytes, 0, buffer, filled, length);
        filled += length;
        if (isFresh) {
            fresh.add(AddressRange.of(start, length));
        }
        var more = matches();
        keepTail();
        return more;
    }

    private boolean matches() {
        for (var at = pattern.find(buffer, 0, filled);
                at >= 0;
                at = pattern.find(buffer, at + 1, filled)) {
            var range = AddressRange.of(address + at, pattern.length());
            if (fresh.stream().anyMatch(range::overlaps) && !found.at(range)) {
                return false;
            }
        }
        return true;
    }

    /// What is too short to hold a match is kept: with the next bytes it may be the beginning of one.
    private void keepTail() {
        var keep = Math.min(filled, pattern.length() - 1);
        System.arraycopy(buffer, filled - keep, buffer, 0, keep);
        address += filled - keep;
        filled = keep;
        fresh.removeIf(range -> Long.compareUnsigned(range.end(), address) <= 0);
    }
}
