package org.icecore.report.content;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Optional;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;
import org.icecore.report.HexExcerpt;
import org.icecore.report.HexRun;

/// Reads a side of a hex excerpt; what was not captured stays absent.
final class HexSides {

    private HexSides() {}

    static HexExcerpt.Side of(String title, AddressSpace memory, AddressRange range) {
        var runs = new ArrayList<HexRun>();
        for (var extent : memory.extents(range)) {
            var length = Math.toIntExact(extent.range().length());
            switch (extent.origin()) {
                case Origin.Captured _ -> runs.add(captured(memory, extent.range(), length));
                case Origin.Zero _ -> runs.add(HexRun.Captured.of(new byte[length]));
                case Origin.NotCaptured(_, var reason) ->
                        runs.add(new HexRun.NotCaptured(length, reason));
                case Origin.NotMapped _ -> runs.add(new HexRun.NotCaptured(length, "not mapped"));
            }
        }
        return new HexExcerpt.Side(title, runs, places(memory, range));
    }

    /// Where the bytes of `range` stand, one place for each run of the evidence; empty if none is held.
    static Optional<String> places(AddressSpace memory, AddressRange range) {
        var places = new ArrayList<String>();
        for (var extent : memory.extents(range)) {
            switch (extent.origin()) {
                case Origin.Captured(var at, _) -> places.add(at.toString());
                case Origin.Zero _ -> places.add("zeros that are stored nowhere");
                case Origin.NotCaptured _, Origin.NotMapped _ -> {}
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places));
    }

    private static HexRun captured(AddressSpace memory, AddressRange range, int length) {
        var bytes = new byte[length];
        try {
            memory.read(range.start(), MemorySegment.ofArray(bytes));
            return HexRun.Captured.of(bytes);
        } catch (EvidenceException e) {
            return new HexRun.NotCaptured(length, e.getMessage());
        }
    }
}
