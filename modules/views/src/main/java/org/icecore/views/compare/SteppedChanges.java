package org.icecore.views.compare;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.icecore.analysis.compare.MemoryComparison;
import org.icecore.analysis.compare.MemoryRange;
import org.icecore.analysis.compare.RangeList;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexChange;

/// The runs of memory that an examiner steps through, in the order of their addresses, made as they are asked for.
///
/// Changed bytes, what came and what went; and runs whose content only one checkpoint knows: a page that became a
/// private
/// copy of a file's page may hold a patch. Runs that neither checkpoint knows are left out: there is nothing to see.
final class SteppedChanges extends AbstractList<HexChange> {
    private final RangeList changed;
    private final List<MemoryRange> others;
    /// Where in the whole list each of the others stands.
    private final int[] places;

    private SteppedChanges(RangeList changed, List<MemoryRange> others) {
        this.changed = changed;
        this.others = others;
        this.places = new int[others.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + changed.firstEndingBehind(others.get(i).range().start());
        }
    }

    static SteppedChanges of(MemoryComparison memory) {
        return new SteppedChanges(
                memory.changed(),
                memory.others().stream()
                        .filter(range -> range.state() != MemoryRange.State.UNKNOWN)
                        .toList());
    }

    @Override
    public int size() {
        return changed.size() + places.length;
    }

    @Override
    public HexChange get(int index) {
        int found = Arrays.binarySearch(places, index);
        if (found >= 0) {
            var other = others.get(found);
            return new HexChange(span(other.range()), kind(other.state()));
        }
        return new HexChange(span(changed.get(index - (-found - 1))), HexChange.Kind.CHANGED);
    }

    private static HexChange.Kind kind(MemoryRange.State state) {
        return switch (state) {
            case ADDED -> HexChange.Kind.ADDED;
            case REMOVED -> HexChange.Kind.REMOVED;
            case CHANGED, ONE_SIDED, UNKNOWN -> HexChange.Kind.CHANGED;
        };
    }

    private static AddressSpan span(AddressRange range) {
        return AddressSpan.until(range.start(), range.end());
    }
}
