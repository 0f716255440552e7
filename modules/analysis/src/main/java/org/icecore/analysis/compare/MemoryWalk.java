package org.icecore.analysis.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.memory.AddressSpace;

/// Walks pairs of address spaces side by side and compares what both know.
///
/// One walk serves all tasks of a comparison: address spaces that tasks share are walked once, and so are the stored bytes of
/// shared segments. For one thread.
final class MemoryWalk {

    private final Map<Pair, Result> seen = new LinkedHashMap<>();
    private final ChunkPair chunks = new ChunkPair();
    private final SharedRuns shared = new SharedRuns();
    private final RangeBudget budget;
    private final ComparisonProgress progress;

    MemoryWalk(RangeBudget budget, ComparisonProgress progress) {
        this.budget = budget;
        this.progress = progress;
    }

    private record Pair(AddressSpace before, AddressSpace after) {}

    /// What a walk over two address spaces gave.
    ///
    /// @param counts of each stretch, in order
    record Result(MemoryComparison comparison, List<MemoryCounts> counts) {}

    /// Compares two address spaces over their stretches.
    Result compare(AddressSpace before, AddressSpace after, List<Stretch> stretches) {
        var pair = new Pair(before, after);
        var known = seen.get(pair);
        if (known != null) {
            progress.advance(before.capturedBytes() + after.capturedBytes());
            return known;
        }
        var result = new SpaceWalk(before, after, chunks, shared, budget, progress).over(stretches);
        seen.put(pair, result);
        return result;
    }
}
