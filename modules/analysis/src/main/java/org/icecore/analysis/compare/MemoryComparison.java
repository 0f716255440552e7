package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;

/// The memory of one task in two checkpoints, byte for byte.
///
/// Ranges are exact: runs of changed bytes are never merged over an equal byte. A run may be cut where a mapping begins or
/// ends.
///
/// @param before memory in the first checkpoint
/// @param after memory in the second checkpoint
/// @param changed runs of bytes that both checkpoints know and that differ
/// @param others runs that came, went or cannot be compared, ascending, with the reason
/// @param noise areas that the kernel itself writes to
/// @param coverage partial if stored bytes were unreadable, or there were more changed runs than
///     [Comparison#MOST_RANGES]; the counts are exact even then
public record MemoryComparison(
        AddressSpace before,
        AddressSpace after,
        RangeList changed,
        List<MemoryRange> others,
        MemoryCounts counts,
        RestartableAreas noise,
        Coverage coverage) {

    public MemoryComparison {
        others = List.copyOf(others);
    }

    /// All runs, changed and others, in the order of their addresses.
    public List<MemoryRange> ranges() {
        var all = new ArrayList<MemoryRange>(changed.size() + others.size());
        var next = 0;
        for (var other : others) {
            while (next < changed.size()
                    && Long.compareUnsigned(changed.start(next), other.range().start()) < 0) {
                all.add(changed(next++));
            }
            all.add(other);
        }
        while (next < changed.size()) {
            all.add(changed(next++));
        }
        return all;
    }

    /// The other runs that overlap `range`, found by bisection.
    public List<MemoryRange> others(AddressRange range) {
        return others.subList(
                firstEndingBehind(range.start()), firstBeginningAtOrBehind(range.end()));
    }

    private int firstEndingBehind(long address) {
        return bisect(other -> Long.compareUnsigned(other.range().end(), address) > 0);
    }

    private int firstBeginningAtOrBehind(long address) {
        return bisect(other -> Long.compareUnsigned(other.range().start(), address) >= 0);
    }

    /// The first index from which on `condition` holds.
    private int bisect(Predicate<MemoryRange> condition) {
        var low = 0;
        var high = others.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (condition.test(others.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private MemoryRange changed(int index) {
        var run = changed.get(index);
        return new MemoryRange(
                run, MemoryRange.State.CHANGED, noise.hold(run) ? RestartableAreas.REASON : "");
    }

    /// The same with areas that the kernel itself writes to.
    MemoryComparison with(RestartableAreas areas) {
        return new MemoryComparison(before, after, changed, others, counts, areas, coverage);
    }
}
