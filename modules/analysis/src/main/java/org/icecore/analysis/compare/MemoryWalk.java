package org.icecore.analysis.compare;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;

/// Walks two address spaces side by side and compares what both know, a chunk at a time.
///
/// One walk serves all tasks of a comparison and keeps what shared segments gave. For one thread.
final class MemoryWalk {

    private static final int CHUNK = 1 << 20;

    private final byte[] left = new byte[CHUNK];
    private final byte[] right = new byte[CHUNK];
    private final SharedRuns shared = new SharedRuns();
    private final Map<Pair, Result> seen = new LinkedHashMap<>();
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

    /// Compares two address spaces over their stretches; those that tasks share are walked once.
    Result compare(AddressSpace before, AddressSpace after, List<Stretch> stretches) {
        var pair = new Pair(before, after);
        var known = seen.get(pair);
        if (known != null) {
            progress.advance(before.capturedBytes() + after.capturedBytes());
            return known;
        }
        var result = walk(before, after, stretches);
        seen.put(pair, result);
        return result;
    }

    private Result walk(AddressSpace before, AddressSpace after, List<Stretch> stretches) {
        var changed = new RangeList();
        var others = new ArrayList<MemoryRange>();
        var counts = new ArrayList<MemoryCounts>();
        var gaps = new ArrayList<String>();
        var pageSize = Math.min(before.pageSize(), after.pageSize());
        var total = MemoryCounts.NONE;
        for (var stretch : stretches) {
            var tally = new StretchTally(changed, budget, pageSize);
            var range = stretch.range();
            for (var piece : Piece.of(range, before.extents(range), after.extents(range))) {
                compare(piece, before, after, tally, others, gaps);
                progress.advance(piece.storedBytes());
            }
            counts.add(tally.counts());
            total = total.plus(tally.counts());
        }
        if (budget.exhausted()) {
            gaps.add("more than %,d runs of changed bytes in this comparison: the counts are exact, later runs are not listed"
                    .formatted(Comparison.MOST_RANGES));
        }
        return new Result(
                new MemoryComparison(before, after, changed, others, total, Coverage.without(gaps)), counts);
    }

    private void compare(
            Piece piece,
            AddressSpace before,
            AddressSpace after,
            StretchTally tally,
            List<MemoryRange> others,
            List<String> gaps) {
        var range = piece.range();
        if (piece.before() instanceof Origin.NotMapped) {
            if (!(piece.after() instanceof Origin.NotMapped)) {
                tally.added(range);
                others.add(new MemoryRange(range, MemoryRange.State.ADDED, OriginText.text(piece.after())));
            }
        } else if (piece.after() instanceof Origin.NotMapped) {
            tally.removed(range);
            others.add(new MemoryRange(range, MemoryRange.State.REMOVED, OriginText.text(piece.before())));
        } else if (piece.before().known() && piece.after().known()) {
            compareBytes(piece, before, after, tally, others, gaps);
        } else {
            var oneSided = piece.before().known() || piece.after().known();
            if (oneSided) {
                tally.oneSided(range);
            } else {
                tally.unknown(range);
            }
            others.add(new MemoryRange(
                    range,
                    oneSided ? MemoryRange.State.ONE_SIDED : MemoryRange.State.UNKNOWN,
                    OriginText.reason(piece.before(), piece.after())));
        }
    }

    private void compareBytes(
            Piece piece,
            AddressSpace before,
            AddressSpace after,
            StretchTally tally,
            List<MemoryRange> others,
            List<String> gaps) {
        var range = piece.range();
        if (piece.before() instanceof Origin.Zero && piece.after() instanceof Origin.Zero) {
            tally.compared(range);
            return;
        }
        var base = range.start();
        var known = shared.find(piece);
        if (known.isPresent()) {
            tally.compared(range);
            var runs = known.get();
            for (var i = 0; i < runs.size(); i++) {
                tally.changed(base + runs.start(i), base + runs.end(i));
            }
            return;
        }
        var offsets = new RangeList();
        var keep = shared.wants(piece);
        var complete = true;
        for (var done = 0L; Long.compareUnsigned(done, range.length()) < 0; done += CHUNK) {
            var rest = range.length() - done;
            var length = Long.compareUnsigned(rest, CHUNK) < 0 ? (int) rest : CHUNK;
            complete &= compareChunk(AddressRange.of(base + done, length), base, before, after, tally, keep, offsets, others, gaps);
            progress.advance(0);
        }
        if (keep && complete && !budget.exhausted()) {
            shared.keep(piece, offsets);
        }
    }

    private boolean compareChunk(
            AddressRange chunk,
            long base,
            AddressSpace before,
            AddressSpace after,
            StretchTally tally,
            boolean keep,
            RangeList offsets,
            List<MemoryRange> others,
            List<String> gaps) {
        var length = (int) chunk.length();
        try {
            before.read(chunk.start(), MemorySegment.ofArray(left).asSlice(0, length));
            after.read(chunk.start(), MemorySegment.ofArray(right).asSlice(0, length));
        } catch (EvidenceException e) {
            tally.unknown(chunk);
            others.add(new MemoryRange(chunk, MemoryRange.State.UNKNOWN, "unreadable: " + e.getMessage()));
            gaps.add("%s could not be read: %s".formatted(chunk, e.getMessage()));
            return false;
        }
        tally.compared(chunk);
        DifferingRuns.find(left, right, length, (start, end) -> {
            tally.changed(chunk.start() + start, chunk.start() + end);
            if (keep) {
                offsets.append(chunk.start() - base + start, chunk.start() - base + end);
            }
        });
        return true;
    }
}
