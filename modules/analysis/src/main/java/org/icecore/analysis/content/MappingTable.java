package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Task;

/// The mappings of tasks and how much of each the checkpoint holds.
public final class MappingTable {

    private MappingTable() {}

    /// A mapping and whose it is.
    public record Row(Task task, Vma vma, Holdings holdings) {}

    /// The mappings of one task, ascending.
    public static ResultTable<Row> of(Checkpoint checkpoint, Task task) {
        return table(checkpoint, List.of(task));
    }

    /// The mappings of all tasks.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return table(checkpoint, checkpoint.tasks().all());
    }

    private static ResultTable<Row> table(Checkpoint checkpoint, List<Task> tasks) {
        return new ResultTable<>(
                "mappings",
                "Mappings",
                COLUMNS,
                TaskRows.of(tasks, MappingTable::rows),
                row -> new ArtefactRef.OfVma(checkpoint.id(), row.task().pid(), row.vma().start()),
                row -> Optional.of(row.vma().at()),
                Gaps.ofTasks(tasks, "memory", Task::memory)
                        .and(new Damage(checkpoint).ofDeletions()));
    }

    private static List<Row> rows(Task task) {
        return task.memory().found().map(memory -> rows(task, memory)).orElse(List.of());
    }

    private static List<Row> rows(Task task, AddressSpace memory) {
        return Told.of(memory.vmas(), vma -> new Row(task, vma, Holdings.of(memory, vma.range())));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    of(
                            "range",
                            "Addresses",
                            ColumnKind.RANGE,
                            "First address and the one behind the last",
                            row -> new Cell.Range(row.vma().range())),
                    of(
                            "size",
                            "Size",
                            ColumnKind.BYTES,
                            "Bytes mapped",
                            row -> new Cell.Bytes(row.vma().range().length())),
                    of(
                            "permissions",
                            "Permissions",
                            ColumnKind.CODE,
                            "Read, write, execute; p private, s shared",
                            row -> Cell.text(row.vma().protection().toString())),
                    of(
                            "kind",
                            "Kind",
                            ColumnKind.TEXT,
                            "What lies behind the mapping; from vma_entry.status",
                            row -> Cell.text(row.vma().kind().label())),
                    of(
                            "name",
                            "Name",
                            ColumnKind.CODE,
                            "As the last column of /proc/PID/maps",
                            row -> name(row.vma())),
                    of(
                            "offset",
                            "Offset",
                            ColumnKind.ADDRESS,
                            "Of the first byte in the file or segment",
                            row ->
                                    hasOffset(row.vma())
                                            ? new Cell.Address(row.vma().fileOffset())
                                            : Cell.notApplicable(
                                                    "there is no file behind the mapping")),
                    of(
                            "openFlags",
                            "Opened",
                            ColumnKind.FLAGS,
                            "O_* flags that the mapping needs its file opened with",
                            row ->
                                    row.vma().file().isPresent()
                                            ? Cell.of(
                                                    row.vma().openFlags(),
                                                    "this dump does not say how its file was opened",
                                                    flags -> new Cell.Names(flags.names()))
                                            : Cell.notApplicable(
                                                    "there is no file behind the mapping")),
                    of(
                            "captured",
                            "Captured",
                            ColumnKind.BYTES,
                            "Bytes of the task's own pages that the checkpoint stores",
                            row -> new Cell.Bytes(row.holdings().captured())),
                    pages("capturedPages", "Captured pages", Holdings::captured),
                    of(
                            "shared",
                            "Shared",
                            ColumnKind.BYTES,
                            "Bytes stored with a segment that tasks share",
                            row -> new Cell.Bytes(row.holdings().shared())),
                    pages("sharedPages", "Shared pages", Holdings::shared),
                    of(
                            "zero",
                            "Zero",
                            ColumnKind.BYTES,
                            "Bytes never written to: known to be zero, not stored",
                            row -> new Cell.Bytes(row.holdings().zero())),
                    pages("zeroPages", "Zero pages", Holdings::zero),
                    of(
                            "notCaptured",
                            "Not captured",
                            ColumnKind.BYTES,
                            "Bytes the task had and the checkpoint does not",
                            row -> new Cell.Bytes(row.holdings().notCaptured())),
                    pages("notCapturedPages", "Not captured pages", Holdings::notCaptured),
                    of(
                            "reason",
                            "Why not captured",
                            ColumnKind.TEXT,
                            "Reasons of what is not captured",
                            row ->
                                    row.holdings().reasons().isEmpty()
                                            ? Cell.notApplicable("all of it is known")
                                            : new Cell.Names(row.holdings().reasons())));

    /// The same in pages of the task's own size; a page of which a part is meant counts.
    private static Column<Row> pages(String id, String title, ToLongFunction<Holdings> bytes) {
        return Column.number(
                id,
                title,
                "Pages of the task that hold such bytes",
                row -> Math.ceilDiv(bytes.applyAsLong(row.holdings()), pageSize(row)));
    }

    private static long pageSize(Row row) {
        return row.task().memory().found().map(AddressSpace::pageSize).orElse(4096);
    }

    private static Cell name(Vma vma) {
        return vma.name().isEmpty()
                ? Cell.notApplicable("anonymous memory has no name")
                : Cell.text(vma.name());
    }

    private static boolean hasOffset(Vma vma) {
        return vma.file().isPresent()
                || switch (vma.kind()) {
                    case SHARED, MEMFD, SYSV_SHM, FILE_PRIVATE, FILE_SHARED -> true;
                    case ANONYMOUS,
                            HEAP,
                            STACK,
                            VDSO,
                            VVAR,
                            VSYSCALL,
                            AIO_RING,
                            SOCKET,
                            SHADOW_STACK,
                            PLUGIN,
                            OTHER ->
                            false;
                };
    }

    private static Column<Row> of(
            String id, String title, ColumnKind kind, String tooltip, Function<Row, Cell> value) {
        return Column.of(id, title, kind, tooltip, value);
    }
}
