package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskTraits;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.checkpoint.task.ThreadTraits.Area;
import org.icecore.evidence.Location;

/// How the kernel treats tasks and threads: priorities, what happens at the end of a parent, run-time support.
public final class TraitTable {

    private TraitTable() {}

    /// A thread and how it is treated.
    public record Row(
            ThreadTable.Row thread, Observed<TaskTraits> task, Observed<ThreadTraits> traits) {

        Optional<Location> at() {
            return traits instanceof Observed.Present<ThreadTraits>(_, var at)
                    ? Optional.of(at)
                    : Optional.empty();
        }
    }

    /// One row per thread, leaders first within their task.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return of(checkpoint, checkpoint.tasks().all());
    }

    /// The same of some tasks; the images of others are not read.
    public static ResultTable<Row> of(Checkpoint checkpoint, List<Task> tasks) {
        var read =
                TaskRows.<Row>read(
                        tasks,
                        "traits of threads",
                        (task, gaps) -> rows(checkpoint.kernel(), task, gaps));
        return new ResultTable<>(
                "traits",
                "Traits of threads",
                LsmColumn.in(checkpoint, COLUMNS, row -> row.thread().thread()),
                read.rows(),
                row ->
                        new ArtefactRef.OfThread(
                                checkpoint.id(),
                                row.thread().task().pid(),
                                row.thread().thread().tid()),
                Row::at,
                read.coverage().and(new Damage(checkpoint).ofThreads("traits of threads")));
    }

    private static List<Row> rows(KernelState kernel, Task task, Consumer<String> gaps) {
        var ofTask = kernel.traits(task);
        return task.threads().stream()
                .map(
                        thread -> {
                            Gaps.found(
                                    thread.core(), task, "thread %s".formatted(thread.tid()), gaps);
                            return new Row(
                                    new ThreadTable.Row(task, thread),
                                    ofTask,
                                    kernel.traits(thread));
                        })
                .toList();
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(row -> row.thread().task()),
                    Column.number(
                            "tid",
                            "Tid",
                            "Thread id; that of the leader is the pid",
                            row -> row.thread().thread().tid().value()),
                    ofThread(
                            "priority",
                            "Priority",
                            ColumnKind.NUMBER,
                            "Real-time priority, 1 to 99",
                            traits ->
                                    traits.priority().isPresent()
                                                    && traits.priority().getAsInt() > 0
                                            ? Cell.number(traits.priority().getAsInt())
                                            : Cell.notApplicable("no real-time policy")),
                    ofTask(
                            "oom",
                            "OOM adjustment",
                            ColumnKind.NUMBER,
                            "-1000 (never killed for want of memory) to 1000",
                            traits -> number(traits.oomScoreAdjustment(), "no adjustment")),
                    ofTask(
                            "personality",
                            "Personality",
                            ColumnKind.ADDRESS,
                            "Execution domain, and bits such as 0x40000, addresses not randomised",
                            traits ->
                                    new Cell.Address(Integer.toUnsignedLong(traits.personality()))),
                    ofTask(
                            "subreaper",
                            "Subreaper",
                            ColumnKind.FLAG,
                            "Orphans below it become its children",
                            traits ->
                                    Cell.of(
                                            traits.childSubreaper(),
                                            "the core image does not say",
                                            Cell.Flag::new)),
                    ofTask(
                            "dumpable",
                            "Dumpable",
                            ColumnKind.TEXT,
                            "Whether others may read its memory and trace it (PR_SET_DUMPABLE)",
                            traits -> dumpable(traits.dumpable())),
                    ofTask(
                            "hugePages",
                            "Huge pages off",
                            ColumnKind.FLAG,
                            "Transparent huge pages are off (PR_SET_THP_DISABLE)",
                            traits ->
                                    Cell.of(
                                            traits.hugePagesDisabled(),
                                            "the image of its memory does not say",
                                            Cell.Flag::new)),
                    ofTask(
                            "membarrier",
                            "Memory barriers",
                            ColumnKind.FLAGS,
                            "What it registered for with membarrier, MEMBARRIER_CMD_REGISTER_*",
                            traits ->
                                    traits.membarrier().isPresent()
                                            ? new Cell.Names(
                                                    EventNames.membarrier(
                                                            traits.membarrier().getAsInt()))
                                            : Cell.notCaptured("the core image does not say")),
                    ofTask(
                            "rings",
                            "AIO rings",
                            ColumnKind.FLAGS,
                            "Rings of io_setup for asynchronous input and output: address, requests, size",
                            traits ->
                                    Cell.of(
                                            traits.rings(),
                                            "the image of its memory is not there",
                                            TraitTable::rings)),
                    ofTask(
                            "stopSignal",
                            "Stopped by",
                            ColumnKind.TEXT,
                            "Signal that stopped the task",
                            traits -> signal(traits.stopSignal(), "not stopped")),
                    ofThread(
                            "parentDeath",
                            "At parent's death",
                            ColumnKind.TEXT,
                            "Signal that it gets when its parent dies",
                            traits -> signal(traits.parentDeathSignal(), "none asked for")),
                    ofThread(
                            "signalStack",
                            "Signal stack",
                            ColumnKind.TEXT,
                            "Alternate stack for signal handlers",
                            traits -> area(traits.signalStack())),
                    ofThread(
                            "rseq",
                            "Rseq",
                            ColumnKind.TEXT,
                            "Area for restartable sequences",
                            traits -> area(traits.restartableSequences())),
                    ofThread(
                            "rseqSignature",
                            "Rseq signature",
                            ColumnKind.ADDRESS,
                            "Word that must precede an abort handler in the code",
                            traits ->
                                    address(
                                            traits.sequenceSignature(),
                                            "no area for restartable sequences is set")),
                    ofThread(
                            "rseqSection",
                            "Rseq section",
                            ColumnKind.ADDRESS,
                            "Restartable sequence that it was stopped in and that a signal must not restart",
                            traits -> address(traits.sequence(), "stopped in no such sequence")),
                    ofThread(
                            "robustFutexes",
                            "Robust futexes",
                            ColumnKind.ADDRESS,
                            "Address of the list of locks that are released when the thread dies",
                            traits ->
                                    traits.robustFutexes() == 0
                                            ? Cell.notApplicable("no list")
                                            : new Cell.Address(traits.robustFutexes())),
                    Column.of(
                            "lsm",
                            "LSM profile",
                            ColumnKind.CODE,
                            "SELinux context or AppArmor profile",
                            row ->
                                    Cell.of(
                                            row.thread().thread().core(),
                                            core ->
                                                    Cell.ofText(
                                                            core.credentials()
                                                                    .flatMap(
                                                                            credentials ->
                                                                                    credentials
                                                                                            .lsmProfile()),
                                                            "no profile is recorded"))));

    private static Cell number(OptionalInt number, String what) {
        return Cell.of(number, what + " is recorded");
    }

    private static Cell address(OptionalLong address, String none) {
        return address.isPresent()
                ? new Cell.Address(address.getAsLong())
                : Cell.notApplicable(none);
    }

    private static Cell rings(List<TaskTraits.Ring> rings) {
        return rings.isEmpty()
                ? Cell.notApplicable("no ring is set up")
                : new Cell.Names(
                        rings.stream()
                                .map(
                                        ring ->
                                                "0x%x for %d requests, %s"
                                                        .formatted(
                                                                ring.address(),
                                                                ring.requests(),
                                                                CellText.exactBytes(ring.size())))
                                .toList());
    }

    private static Cell dumpable(OptionalInt value) {
        if (value.isEmpty()) {
            return Cell.notCaptured("the image of its memory does not say");
        }
        return switch (value.getAsInt()) {
            case 0 -> Cell.text("no");
            case 1 -> Cell.text("yes");
            case 2 -> Cell.text("by root");
            default -> Cell.text(Integer.toString(value.getAsInt()));
        };
    }

    private static Cell signal(Optional<Signal> signal, String none) {
        return signal.map(one -> Cell.text(one.name())).orElseGet(() -> Cell.notApplicable(none));
    }

    private static Cell area(Optional<Area> area) {
        return area.map(
                        bytes ->
                                Cell.text(
                                        "0x%x, %s"
                                                .formatted(
                                                        bytes.address(),
                                                        CellText.exactBytes(bytes.size()))))
                .orElseGet(() -> Cell.notApplicable("none is set"));
    }

    private static Column<Row> ofTask(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<TaskTraits, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> Cell.of(row.task(), value));
    }

    private static Column<Row> ofThread(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<ThreadTraits, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> Cell.of(row.traits(), value));
    }
}
