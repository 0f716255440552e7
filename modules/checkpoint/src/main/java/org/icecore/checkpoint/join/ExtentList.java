package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;

/// Extents in the making, ascending and adjacent; neighbours of one origin become one.
final class ExtentList {

    private final List<Extent> extents = new ArrayList<>();
    private final int most;

    /// @param most how many are wanted; what comes after them is ignored
    ExtentList(int most) {
        this.most = most;
    }

    /// Whether nothing that may be added is wanted any more: the last of those wanted has its end.
    boolean full() {
        return extents.size() > most;
    }

    /// Adds `[start, end)`, which may be empty.
    void add(long start, long end, Origin origin) {
        if (start != end) {
            add(new AddressRange(start, end), origin);
        }
    }

    void add(AddressRange range, Origin origin) {
        if (full()) {
            return;
        }
        if (!extents.isEmpty() && extents.getLast().origin().equals(origin)) {
            var last = extents.removeLast();
            extents.add(new Extent(new AddressRange(last.range().start(), range.end()), origin));
        } else {
            extents.add(new Extent(range, origin));
        }
    }

    List<Extent> toList() {
        return List.copyOf(extents.subList(0, Math.min(most, extents.size())));
    }
}
