package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.Vma;

/// A run of addresses over which each side has one mapping or none.
record Stretch(AddressRange range, Optional<Vma> before, Optional<Vma> after) {

    /// All stretches that either side maps, ascending; the lists are ascending and disjoint.
    static List<Stretch> of(List<Vma> before, List<Vma> after) {
        var stretches = new ArrayList<Stretch>();
        var i = 0;
        var j = 0;
        var position = 0L;
        while (i < before.size() || j < after.size()) {
            var first = i < before.size() ? Optional.of(before.get(i)) : Optional.<Vma>empty();
            var second = j < after.size() ? Optional.of(after.get(j)) : Optional.<Vma>empty();
            var start = max(position, min(start(first), start(second)));
            var holdsFirst = first.filter(vma -> vma.range().contains(start));
            var holdsSecond = second.filter(vma -> vma.range().contains(start));
            var end = min(bound(first, holdsFirst), bound(second, holdsSecond));
            stretches.add(new Stretch(new AddressRange(start, end), holdsFirst, holdsSecond));
            position = end;
            if (first.isPresent() && first.get().range().end() == end) {
                i++;
            }
            if (second.isPresent() && second.get().range().end() == end) {
                j++;
            }
        }
        return stretches;
    }

    /// The last address of all stands for "none": no mapping begins there.
    private static long start(Optional<Vma> vma) {
        return vma.map(present -> present.range().start()).orElse(-1L);
    }

    /// Where the side changes next: its mapping ends, or its next one begins.
    private static long bound(Optional<Vma> next, Optional<Vma> holding) {
        return holding.map(vma -> vma.range().end()).orElseGet(() -> start(next));
    }

    private static long min(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }

    private static long max(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }
}
