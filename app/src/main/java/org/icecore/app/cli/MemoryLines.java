package org.icecore.app.cli;

import java.io.PrintWriter;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.icecore.analysis.compare.MemoryRange;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.EvidenceException;

/// Writes the runs of bytes that changed in a task.
record MemoryLines(PrintWriter out) {

    private static final int SHOWN = 16;

    void print(TaskComparison task) {
        if (task.memory().isEmpty()) {
            return;
        }
        var memory = task.memory().get();
        out.println(
                "memory of task %s: %s changed"
                        .formatted(
                                task.pid(), CellText.exactBytes(memory.counts().bytesChanged())));
        for (var range : memory.ranges()) {
            switch (range.state()) {
                case CHANGED ->
                        out.println(
                                "~ %-30s %s  ->  %s%s"
                                        .formatted(
                                                range.range(),
                                                bytes(memory.before(), range),
                                                bytes(memory.after(), range),
                                                range.range().length() > SHOWN
                                                        ? "  (%s)"
                                                                .formatted(
                                                                        CellText.exactBytes(
                                                                                range.range()
                                                                                        .length()))
                                                        : ""));
                case ADDED ->
                        out.println(
                                "+ %-30s %s  %s"
                                        .formatted(
                                                range.range(),
                                                CellText.size(range.range().length()),
                                                Printable.text(range.reason())));
                case REMOVED ->
                        out.println(
                                "- %-30s %s  %s"
                                        .formatted(
                                                range.range(),
                                                CellText.size(range.range().length()),
                                                Printable.text(range.reason())));
                case ONE_SIDED ->
                        out.println(
                                "? %-30s %s  %s"
                                        .formatted(
                                                range.range(),
                                                CellText.size(range.range().length()),
                                                Printable.text(range.reason())));
                case UNKNOWN -> {
                    // In neither checkpoint: the summary counts these bytes.
                }
            }
        }
        if (!memory.coverage().isComplete()) {
            out.println("  " + Printable.text(memory.coverage().text()));
        }
        out.println();
    }

    static List<Object> json(TaskComparison task) {
        var rows = new ArrayList<Object>();
        task.memory()
                .ifPresent(
                        memory ->
                                memory.ranges().stream()
                                        .filter(range -> range.state() != MemoryRange.State.UNKNOWN)
                                        .forEach(
                                                range -> {
                                                    var row = new LinkedHashMap<String, Object>();
                                                    row.put("pid", task.pid().value());
                                                    row.put("range", range.range().toString());
                                                    row.put("state", range.state().label());
                                                    if (range.state()
                                                            == MemoryRange.State.CHANGED) {
                                                        row.put(
                                                                "before",
                                                                bytes(memory.before(), range));
                                                        row.put(
                                                                "after",
                                                                bytes(memory.after(), range));
                                                    } else {
                                                        row.put("reason", range.reason());
                                                    }
                                                    rows.add(row);
                                                }));
        return rows;
    }

    /// The first bytes of the run.
    private static String bytes(AddressSpace memory, MemoryRange range) {
        var bytes = new byte[(int) Math.min(SHOWN, range.range().length())];
        try {
            memory.read(range.range().start(), MemorySegment.ofArray(bytes));
            return HexFormat.ofDelimiter(" ").formatHex(bytes)
                    + (range.range().length() > SHOWN ? " ..." : "");
        } catch (EvidenceException e) {
            return "?? " + e.getMessage();
        }
    }
}
