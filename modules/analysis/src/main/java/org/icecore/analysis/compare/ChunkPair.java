package org.icecore.analysis.compare;

import java.lang.foreign.MemorySegment;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.EvidenceException;

/// Room for a chunk of either side.
final class ChunkPair {

    /// Most bytes that are compared at once.
    static final int CHUNK = 1 << 20;

    private final byte[] left = new byte[CHUNK];
    private final byte[] right = new byte[CHUNK];

    /// Finds the runs in which the two sides differ over `range`, which both know and which fits; as offsets from its start.
    void compare(
            AddressSpace before, AddressSpace after, AddressRange range, DifferingRuns.Sink sink)
            throws EvidenceException {
        var length = (int) range.length();
        before.read(range.start(), MemorySegment.ofArray(left).asSlice(0, length));
        after.read(range.start(), MemorySegment.ofArray(right).asSlice(0, length));
        DifferingRuns.find(left, right, length, sink);
    }
}
