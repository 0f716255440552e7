package org.icecore.analysis.compare;

import java.util.List;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.EvidenceException;

/// Runs of memory as rows; their bytes are read when a cell is asked for.
final class MemoryRangeTable {

    private MemoryRangeTable() {}

    static ResultTable<MemoryRange> of(Comparison comparison, Pid pid) {
        var memory = comparison.task(pid).flatMap(TaskComparison::memory);
        var ranges = memory.map(MemoryComparison::ranges).orElse(List.of());
        return new ResultTable<>(
                "memoryRanges",
                "Memory of task " + pid,
                memory.map(MemoryRangeTable::columns).orElse(List.of()),
                ranges,
                range ->
                        new ArtefactRef.OfMemory(
                                (range.state() == MemoryRange.State.REMOVED
                                                ? comparison.before()
                                                : comparison.after())
                                        .id(),
                                pid,
                                range.range()),
                range ->
                        memory.flatMap(
                                spaces ->
                                        MemoryTelling.stored(
                                                range.state() == MemoryRange.State.REMOVED
                                                        ? spaces.before()
                                                        : spaces.after(),
                                                range.range())),
                memory.map(MemoryComparison::coverage)
                        .orElseGet(
                                () ->
                                        Coverage.without(
                                                List.of(
                                                        "there is no memory of one process on both sides"))));
    }

    private static List<Column<MemoryRange>> columns(MemoryComparison memory) {
        return List.of(
                Column.of(
                        "range",
                        "Addresses",
                        ColumnKind.RANGE,
                        "The run",
                        row -> new Cell.Range(row.range())),
                Column.of(
                        "size",
                        "Size",
                        ColumnKind.BYTES,
                        "Bytes of the run",
                        row -> new Cell.Bytes(row.range().length())),
                Column.text("state", "State", "What is known of it", row -> row.state().label()),
                Column.of(
                        "mapping",
                        "Mapping",
                        ColumnKind.CODE,
                        "What is mapped there",
                        row -> mapping(memory, row.range().start())),
                Column.of(
                        "before",
                        "Before",
                        ColumnKind.CODE,
                        "First bytes in the first checkpoint",
                        row -> bytes(memory.before(), row.range())),
                Column.of(
                        "after",
                        "After",
                        ColumnKind.CODE,
                        "First bytes in the second checkpoint",
                        row -> bytes(memory.after(), row.range())),
                Column.of(
                        "reason",
                        "Reason",
                        ColumnKind.TEXT,
                        "Why it cannot be compared, or what is known of it",
                        row ->
                                row.reason().isEmpty()
                                        ? Cell.notApplicable("both checkpoints hold it")
                                        : Cell.text(row.reason())));
    }

    private static Cell mapping(MemoryComparison memory, long address) {
        return memory.after()
                .vma(address)
                .or(() -> memory.before().vma(address))
                .map(Vma::title)
                .map(Cell::text)
                .orElseGet(() -> Cell.notApplicable("nothing is mapped there"));
    }

    private static Cell bytes(AddressSpace space, AddressRange range) {
        var origin = space.extents(range, 1).getFirst().origin();
        if (!origin.known()) {
            return Cell.notCaptured(OriginText.text(origin));
        }
        try {
            return Cell.text(MemoryTelling.firstBytes(space, range));
        } catch (EvidenceException e) {
            return new Cell.Absent(Absence.MALFORMED, e.getMessage());
        }
    }
}
