package org.icecore.app.cli;

import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Writes memory as JSON, piece by piece.
record MemoryJson(PrintWriter out) {

    private static final int PIECE = 4096;

    ExitCode print(Checkpoint checkpoint, Pid pid, AddressSpace memory, List<AddressRange> ranges)
            throws EvidenceException {
        var head = new LinkedHashMap<String, Object>();
        head.put("archive", checkpoint.archive().path().toString());
        head.put("pid", pid.value());
        var stream = new JsonStream(out);
        stream.begin(head, "extents");
        var code = ExitCode.DONE;
        for (var range : ranges) {
            for (var extent : memory.walk(range)) {
                if (extent.origin() instanceof Origin.NotCaptured) {
                    code = ExitCode.INCOMPLETE;
                }
                print(stream, memory, extent);
            }
        }
        stream.end(Map.of("complete", code == ExitCode.DONE));
        return code;
    }

    private static void print(JsonStream stream, AddressSpace memory, Extent extent)
            throws EvidenceException {
        switch (extent.origin()) {
            case Origin.Captured(Location at, _) -> captured(stream, memory, extent.range(), at);
            case Origin.Zero _ -> stream.row(row(extent.range(), "zero"));
            case Origin.NotCaptured(_, var reason) -> {
                var row = row(extent.range(), "not captured");
                row.put("reason", reason);
                stream.row(row);
            }
            case Origin.NotMapped _ -> stream.row(row(extent.range(), "not mapped"));
        }
    }

    private static void captured(
            JsonStream stream, AddressSpace memory, AddressRange range, Location at)
            throws EvidenceException {
        for (var from = 0L; from < range.length(); from += PIECE) {
            var length = Math.min(PIECE, range.length() - from);
            var bytes = new byte[(int) length];
            memory.read(range.start() + from, MemorySegment.ofArray(bytes));
            var row = row(AddressRange.of(range.start() + from, length), "captured");
            row.put(
                    "location",
                    Location.of(at.member(), at.range().start() + from, length).toString());
            row.put("bytes", HexFormat.of().formatHex(bytes));
            stream.row(row);
        }
    }

    private static Map<String, Object> row(AddressRange range, String state) {
        var row = new LinkedHashMap<String, Object>();
        row.put("range", range.toString());
        row.put("state", state);
        return row;
    }
}
