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
        var location = Optional.<String>empty();
        for (var extent : memory.extents(range)) {
            var length = Math.toIntExact(extent.range().length());
            switch (extent.origin()) {
                case Origin.Captured(var at, _) -> {
                    runs.add(captured(memory, extent.range(), length));
                    location = location.or(() -> Optional.of(at.toString()));
                }
                case Origin.Zero _ -> runs.add(HexRun.Captured.of(new byte[length]));
                case Origin.NotCaptured(_, var reason) ->
                        runs.add(new HexRun.NotCaptured(length, reason));
                case Origin.NotMapped _ -> runs.add(new HexRun.NotCaptured(length, "not mapped"));
            }
        }
        return new HexExcerpt.Side(title, runs, location);
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
