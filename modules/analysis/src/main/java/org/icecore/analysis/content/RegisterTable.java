package org.icecore.analysis.content;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.Gap;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.ThreadCore;

/// The general-purpose registers of the threads.
public final class RegisterTable {

    private RegisterTable() {}

    /// A register, and whose it is.
    public record Row(ThreadTable.Row thread, Register register) {}

    /// One row per thread and register, in the order of the images.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var threads = ThreadTable.rows(checkpoint);
        var gaps =
                Gaps.ofThreads(threads, "registers of thread")
                        .and(new Damage(checkpoint).ofThreads("registers of threads"));
        var without =
                threads.stream()
                        .filter(row -> !EndedTask.test(row.task()))
                        .filter(
                                row ->
                                        row.thread()
                                                .core()
                                                .found()
                                                .filter(core -> core.registers().isEmpty())
                                                .isPresent())
                        .map(
                                row ->
                                        Gap.of(
                                                row.task().pid(),
                                                "registers of thread %s: its core image records none"
                                                        .formatted(row.thread().tid())))
                        .toList();
        return new ResultTable<>(
                "registers",
                "Registers",
                COLUMNS,
                TaskRows.of(
                        checkpoint.tasks().all(),
                        task ->
                                ThreadTable.rows(task).stream()
                                        .flatMap(thread -> rows(thread).stream())
                                        .toList()),
                row ->
                        new ArtefactRef.OfThread(
                                checkpoint.id(),
                                row.thread().task().pid(),
                                row.thread().thread().tid()),
                row -> row.thread().at(),
                gaps.and(Coverage.lacking(without)));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(row -> row.thread().task()),
                    Column.number(
                            "tid", "Tid", "Thread id", row -> row.thread().thread().tid().value()),
                    Column.of(
                            "register",
                            "Register",
                            ColumnKind.CODE,
                            "Name as in the image",
                            row -> Cell.text(row.register().name())),
                    Column.of(
                            "value",
                            "Value",
                            ColumnKind.ADDRESS,
                            "Content when the thread was frozen",
                            row -> new Cell.Address(row.register().value())),
                    Column.of(
                            "pointsInto",
                            "Points into",
                            ColumnKind.CODE,
                            "Mapping that holds the address",
                            RegisterTable::mapping));

    private static List<Row> rows(ThreadTable.Row thread) {
        return thread.thread().core().found().flatMap(ThreadCore::registers).stream()
                .flatMap(registers -> registers.general().stream())
                .map(register -> new Row(thread, register))
                .toList();
    }

    private static Cell mapping(Row row) {
        return Cell.of(
                row.thread().task().memory(),
                memory ->
                        memory.vma(row.register().value())
                                .map(RegisterTable::mapping)
                                .orElseGet(() -> Cell.notApplicable("nothing is mapped there")));
    }

    private static Cell mapping(Vma vma) {
        return Cell.text("%s %s %s".formatted(vma.start(), vma.protection(), vma.title()));
    }
}
