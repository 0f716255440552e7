package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;

/// Compares one pair of address spaces, stretch by stretch, piece by piece, chunk by chunk.
final class SpaceWalk {

    private static final int AT_A_TIME = 4096;

    private final AddressSpace before;
    private final AddressSpace after;
    private final ChunkPair chunks;
    private final SharedRuns shared;
    private final RangeBudget budget;
    private final ComparisonProgress progress;
    private final RangeList changed = new RangeList();
    private final List<MemoryRange> others = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    SpaceWalk(
            AddressSpace before,
            AddressSpace after,
            ChunkPair chunks,
            SharedRuns shared,
            RangeBudget budget,
            ComparisonProgress progress) {
        this.before = before;
        this.after = after;
        this.chunks = chunks;
        this.shared = shared;
        this.budget = budget;
        this.progress = progress;
    }

    MemoryWalk.Result over(List<Stretch> stretches) {
        var counts = new ArrayList<MemoryCounts>();
        var pageSize = Math.min(before.pageSize(), after.pageSize());
        for (var stretch : stretches) {
            var tally = new StretchTally(changed, budget, pageSize);
            var range = stretch.range();
            for (var at = range.start(); at != range.end(); ) {
                at = part(new AddressRange(at, range.end()), tally);
            }
            counts.add(tally.counts());
        }
        if (budget.exhausted()) {
            gaps.add(
                    "more than %,d runs of changed bytes in this comparison: all are counted, the later ones not listed"
                            .formatted(Comparison.MOST_RANGES));
        }
        var total = counts.stream().reduce(MemoryCounts.NONE, MemoryCounts::plus);
        return new MemoryWalk.Result(
                new MemoryComparison(
                        before,
                        after,
                        changed,
                        others,
                        total,
                        RestartableAreas.NONE,
                        Coverage.without(gaps)),
                List.copyOf(counts));
    }

    /// Compares the beginning of `range`: as much as some thousands of extents on each side cover, since the heap has no
    /// room for all of a large mapping.
    ///
    /// @return where it ended
    private long part(AddressRange range, StretchTally tally) {
        var old = before.extents(range, AT_A_TIME);
        var now = after.extents(range, AT_A_TIME);
        var oldEnd = old.getLast().range().end();
        var nowEnd = now.getLast().range().end();
        var end = Long.compareUnsigned(oldEnd, nowEnd) < 0 ? oldEnd : nowEnd;
        for (var piece : Piece.of(new AddressRange(range.start(), end), old, now)) {
            compare(piece, tally);
            progress.advance(piece.storedBytes());
        }
        return end;
    }

    private void compare(Piece piece, StretchTally tally) {
        var range = piece.range();
        var old = piece.before();
        var now = piece.after();
        if (old instanceof Origin.NotMapped && now instanceof Origin.NotMapped) {
            return;
        }
        if (old instanceof Origin.NotMapped) {
            tally.added(range);
            others.add(new MemoryRange(range, MemoryRange.State.ADDED, OriginText.text(now)));
        } else if (now instanceof Origin.NotMapped) {
            tally.removed(range);
            others.add(new MemoryRange(range, MemoryRange.State.REMOVED, OriginText.text(old)));
        } else if (old.known() && now.known()) {
            compareKnown(piece, tally);
        } else if (old.known() || now.known()) {
            tally.oneSided(range);
            others.add(
                    new MemoryRange(
                            range, MemoryRange.State.ONE_SIDED, OriginText.reason(old, now)));
        } else {
            tally.unknown(range);
            others.add(
                    new MemoryRange(range, MemoryRange.State.UNKNOWN, OriginText.reason(old, now)));
        }
    }

    private void compareKnown(Piece piece, StretchTally tally) {
        if (piece.before() instanceof Origin.Zero && piece.after() instanceof Origin.Zero) {
            tally.compared(piece.range());
            return;
        }
        var known = shared.find(piece);
        if (known.isPresent()) {
            repeat(known.get(), piece.range(), tally);
        } else {
            compareBytes(piece, tally);
        }
    }

    private static void repeat(RangeList offsets, AddressRange range, StretchTally tally) {
        tally.compared(range);
        for (var i = 0; i < offsets.size(); i++) {
            tally.changed(range.start() + offsets.start(i), range.start() + offsets.end(i));
        }
    }

    private void compareBytes(Piece piece, StretchTally tally) {
        var range = piece.range();
        var offsets = new RangeList();
        var wanted = shared.wants(piece);
        var complete = true;
        for (var at = range.start(); at != range.end(); ) {
            var rest = range.end() - at;
            var chunk =
                    AddressRange.of(
                            at,
                            Long.compareUnsigned(rest, ChunkPair.CHUNK) < 0
                                    ? rest
                                    : ChunkPair.CHUNK);
            complete &=
                    compareChunk(
                            chunk,
                            tally,
                            (start, end) -> {
                                tally.changed(chunk.start() + start, chunk.start() + end);
                                if (wanted && !budget.exhausted()) {
                                    var base = chunk.start() - range.start();
                                    offsets.append(base + start, base + end);
                                }
                            });
            progress.advance(0);
            at = chunk.end();
        }
        if (wanted && complete && !budget.exhausted()) {
            shared.keep(piece, offsets);
        }
    }

    private boolean compareChunk(AddressRange chunk, StretchTally tally, DifferingRuns.Sink sink) {
        try {
            tally.compared(chunk);
            chunks.compare(before, after, chunk, sink);
            return true;
        } catch (EvidenceException e) {
            tally.unreadable(chunk);
            others.add(
                    new MemoryRange(
                            chunk, MemoryRange.State.UNKNOWN, "unreadable: " + e.getMessage()));
            gaps.add("%s could not be read: %s".formatted(chunk, e.getMessage()));
            return false;
        }
    }
}
