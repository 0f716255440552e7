package org.icecore.app.cli;

import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Extent;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.EvidenceException;

/// Writes memory as rows of 16 bytes; equal rows are folded as `*`, and what was not captured is told in a row of its own.
record HexDump(PrintWriter out) {

    private static final int ROW = 16;
    private static final int CHUNK = 1 << 16;

    ExitCode print(AddressSpace memory, List<AddressRange> ranges) {
        var code = ExitCode.DONE;
        for (var range : ranges) {
            for (var extent : memory.walk(range)) {
                if (print(memory, extent) == ExitCode.INCOMPLETE) {
                    code = ExitCode.INCOMPLETE;
                }
            }
        }
        return code;
    }

    private ExitCode print(AddressSpace memory, Extent extent) {
        return switch (extent.origin()) {
            case Origin.Captured _ -> bytes(memory, extent.range());
            case Origin.Zero _ -> told(extent.range(), "zero: the task never wrote here");
            case Origin.NotCaptured(_, var reason) -> {
                told(extent.range(), "?? " + Printable.text(reason));
                yield ExitCode.INCOMPLETE;
            }
            case Origin.NotMapped _ -> told(extent.range(), "not mapped");
        };
    }

    private ExitCode told(AddressRange range, String what) {
        out.println("~~~~ %s  %s  %s".formatted(range, CellText.exactBytes(range.length()), what));
        return ExitCode.DONE;
    }

    private ExitCode bytes(AddressSpace memory, AddressRange range) {
        var previous = new byte[0];
        var folded = false;
        for (var at = range.start(); at != range.end(); ) {
            // Chunks end where rows do.
            var chunk = new byte[(int) Math.min(CHUNK - Math.floorMod(at, ROW), range.end() - at)];
            try {
                memory.read(at, MemorySegment.ofArray(chunk));
            } catch (EvidenceException e) {
                told(new AddressRange(at, range.end()), "?? " + Printable.text(e.getMessage()));
                return ExitCode.INCOMPLETE;
            }
            for (var from = 0; from < chunk.length; ) {
                // Rows lie at multiples of 16, so that equal addresses of two dumps stand in equal
                // rows.
                var address = at + from;
                var to = Math.min(chunk.length, from + ROW - Math.floorMod(address, ROW));
                var row = Arrays.copyOfRange(chunk, from, to);
                if (Arrays.equals(row, previous) && address + row.length != range.end()) {
                    if (!folded) {
                        out.println("*");
                    }
                    folded = true;
                } else {
                    out.println(row(address, row));
                    folded = false;
                }
                previous = row;
                from = to;
            }
            at += chunk.length;
        }
        return ExitCode.DONE;
    }

    private static String row(long address, byte[] row) {
        return HexRow.of(address, row.length, i -> row[i] & 0xff);
    }
}
