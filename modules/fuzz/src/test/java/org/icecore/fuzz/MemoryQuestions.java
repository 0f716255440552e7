package org.icecore.fuzz;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.evidence.EvidenceException;

/// Reads the memory of tasks, and holds what is said of it against what is read.
final class MemoryQuestions {

    private static final int MOST_READ = 1 << 20;
    private static final int MOST_EXTENTS = 10_000;

    private final Checkpoint checkpoint;
    private final AddressSpace memory;

    private MemoryQuestions(Checkpoint checkpoint, AddressSpace memory) {
        this.checkpoint = checkpoint;
        this.memory = memory;
    }

    static void ask(Checkpoint checkpoint) {
        for (var task : checkpoint.tasks().all()) {
            task.memory()
                    .found()
                    .ifPresent(memory -> new MemoryQuestions(checkpoint, memory).mappings());
        }
    }

    private void mappings() {
        Vma last = null;
        for (var vma : memory.vmas()) {
            if (last != null && Long.compareUnsigned(last.range().end(), vma.range().start()) > 0) {
                throw new AssertionError("overlapping mappings %s %s".formatted(last, vma));
            }
            last = vma;
            extents(vma.range());
            read(vma.range());
        }
    }

    private void extents(AddressRange range) {
        long at = range.start();
        int count = 0;
        for (var extent : memory.walk(range)) {
            long expected = at;
            Promise.that(
                    extent.range().start() == expected,
                    () -> "%s begins at %s, not at 0x%x".formatted(range, extent, expected));
            captured(extent);
            at = extent.range().end();
            if (++count == MOST_EXTENTS) {
                return;
            }
        }
        long end = at;
        Promise.that(end == range.end(), () -> "%s ends at 0x%x".formatted(range, end));
    }

    /// What is said to be stored lies in a member that is there.
    private void captured(Extent extent) {
        if (extent.origin() instanceof Origin.Captured(var place, _)) {
            checkpoint
                    .archive()
                    .find(place.member())
                    .ifPresent(
                            member ->
                                    Promise.within(
                                            place.range(), member.size(), extent.toString()));
        }
    }

    /// Reads it whole, then in halves, which must be the same.
    private void read(AddressRange range) {
        var length = range.length();
        int size = length < 0 || length > MOST_READ ? MOST_READ : (int) length;
        var whole = new byte[size];
        var parts = new byte[size];
        int half = size / 2 + 1;
        try {
            memory.read(range.start(), MemorySegment.ofArray(whole));
            memory.read(range.start(), MemorySegment.ofArray(parts).asSlice(0, half));
            memory.read(range.start() + half, MemorySegment.ofArray(parts).asSlice(half));
        } catch (EvidenceException refusal) {
            Promise.located(refusal);
            return;
        }
        Promise.that(
                Arrays.equals(whole, parts),
                () -> "other bytes in halves than as a whole: " + range);
    }
}
