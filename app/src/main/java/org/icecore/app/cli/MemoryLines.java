package org.icecore.app.cli;

import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.icecore.analysis.compare.MemoryRange;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.EvidenceException;

/// Writes the runs of bytes that changed in a task.
///
/// @param most bytes to show of each run
record MemoryLines(PrintWriter out, int width, int most) {

    private static final int IN_LINE = 8;

    void print(TaskComparison task) {
        if (task.memory().isEmpty()) {
            return;
        }
        var memory = task.memory().get();
        if (memory.ranges().stream()
                .allMatch(range -> range.state() == MemoryRange.State.UNKNOWN)) {
            return;
        }
        out.println(
                "Memory of task %s: %s changed"
                        .formatted(
                                task.pid(), CellText.exactBytes(memory.counts().bytesChanged())));
        for (var range : memory.ranges()) {
            switch (range.state()) {
                case CHANGED -> changed(memory.before(), memory.after(), range);
                case ADDED -> told('+', range);
                case REMOVED -> told('-', range);
                case ONE_SIDED -> told('?', range);
                case UNKNOWN -> {
                    // In neither checkpoint: the summary counts these bytes.
                }
            }
        }
        memory.coverage()
                .gaps()
                .forEach(
                        gap ->
                                out.println(
                                        Wrapping.hanging(
                                                "  not covered: ", Printable.text(gap), width)));
        out.println();
    }

    private void told(char sign, MemoryRange range) {
        out.println(
                Wrapping.hanging(
                        "  %s %s  ".formatted(sign, range.range()),
                        "%s  %s"
                                .formatted(
                                        CellText.exactBytes(range.range().length()),
                                        Printable.text(range.reason())),
                        width));
    }

    private void changed(AddressSpace before, AddressSpace after, MemoryRange range) {
        var head =
                "  ~ %s  %s".formatted(range.range(), CellText.exactBytes(range.range().length()));
        if (range.range().length() <= Math.min(IN_LINE, most)) {
            out.println(
                    "%s  %s -> %s"
                            .formatted(
                                    head, bytes(before, range, most), bytes(after, range, most)));
        } else {
            out.println(head);
            rows('-', before, range);
            rows('+', after, range);
        }
        if (!range.reason().isEmpty()) {
            out.println(Wrapping.hanging("    ", Printable.text(range.reason()), width));
        }
    }

    private void rows(char sign, AddressSpace memory, MemoryRange range) {
        byte[] bytes;
        try {
            bytes = read(memory, range, most);
        } catch (EvidenceException e) {
            out.println("    %s ?? %s".formatted(sign, Printable.text(e.getMessage())));
            return;
        }
        for (var from = 0; from < bytes.length; ) {
            var at = range.range().start() + from;
            var start = from;
            var length =
                    Math.min(bytes.length - from, HexRow.LENGTH - Math.floorMod(at, HexRow.LENGTH));
            out.println(
                    "    %s %s"
                            .formatted(sign, HexRow.of(at, length, i -> bytes[start + i] & 0xff)));
            from += length;
        }
        var left = range.range().length() - bytes.length;
        if (left > 0) {
            out.println("    %s ... %s more".formatted(sign, CellText.exactBytes(left)));
        }
    }

    static void json(TaskComparison task, int most, JsonStream stream) {
        if (task.memory().isEmpty()) {
            return;
        }
        var memory = task.memory().get();
        for (var range : memory.ranges()) {
            if (range.state() != MemoryRange.State.UNKNOWN) {
                var row = new LinkedHashMap<String, Object>();
                row.put("pid", task.pid().value());
                row.put("range", range.range().toString());
                row.put("length", range.range().length());
                row.put("state", range.state().label());
                if (range.state() == MemoryRange.State.CHANGED) {
                    row.put("before", bytes(memory.before(), range, most));
                    row.put("after", bytes(memory.after(), range, most));
                }
                if (!range.reason().isEmpty()) {
                    row.put("reason", range.reason());
                }
                stream.row(row);
            }
        }
    }

    /// The first bytes of the run.
    private static String bytes(AddressSpace memory, MemoryRange range, int most) {
        try {
            return HexFormat.ofDelimiter(" ").formatHex(read(memory, range, most))
                    + (range.range().length() > most ? " ..." : "");
        } catch (EvidenceException e) {
            return "?? " + e.getMessage();
        }
    }

    private static byte[] read(AddressSpace memory, MemoryRange range, int most)
            throws EvidenceException {
        var bytes = new byte[(int) Math.min(most, range.range().length())];
        memory.read(range.range().start(), MemorySegment.ofArray(bytes));
        return bytes;
    }
}
