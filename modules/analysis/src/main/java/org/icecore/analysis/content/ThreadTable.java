package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.Registers;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.evidence.Location;

/// The threads of a checkpoint.
public final class ThreadTable {

    private ThreadTable() {}

    /// A thread and the task it belongs to.
    public record Row(Task task, TaskThread thread) {

        /// Where the thread's core entry lies, if it is readable.
        public Optional<Location> at() {
            return thread.core() instanceof Observed.Present<ThreadCore>(_, var at)
                    ? Optional.of(at)
                    : Optional.empty();
        }
    }

    /// One row per thread, leaders first within their task.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var rows = rows(checkpoint);
        return new ResultTable<>(
                "threads",
                "Threads",
                COLUMNS,
                rows,
                row ->
                        new ArtefactRef.OfThread(
                                checkpoint.id(), row.task().pid(), row.thread().tid()),
                Row::at,
                Gaps.ofThreads(rows, "thread").and(new Damage(checkpoint).ofThreads("threads")));
    }

    static List<Row> rows(Checkpoint checkpoint) {
        return TaskRows.of(checkpoint.tasks().all(), ThreadTable::rows);
    }

    static List<Row> rows(Task task) {
        return Told.of(task.threads(), thread -> new Row(task, thread));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    Column.number(
                            "tid",
                            "Tid",
                            "Thread id; that of the leader is the pid",
                            row -> row.thread().tid().value()),
                    of(
                            "comm",
                            "Comm",
                            ColumnKind.CODE,
                            "The thread's own name",
                            core ->
                                    Cell.ofText(
                                            core.comm(),
                                            "the core image records no name for this thread")),
                    of(
                            "pc",
                            "Program counter",
                            ColumnKind.ADDRESS,
                            "Address of the next instruction",
                            core -> register(core, Registers::programCounter)),
                    of(
                            "sp",
                            "Stack pointer",
                            ColumnKind.ADDRESS,
                            "Top of the stack",
                            core -> register(core, Registers::stackPointer)),
                    of(
                            "uid",
                            "Uid",
                            ColumnKind.NUMBER,
                            "Effective user id",
                            core ->
                                    Cell.of(
                                            core.credentials(),
                                            "no credentials are recorded",
                                            credentials -> Cell.number(credentials.euid()))),
                    Column.of(
                            "seccomp",
                            "Seccomp",
                            ColumnKind.TEXT,
                            "How system calls are restricted",
                            ThreadTable::seccomp),
                    of(
                            "policy",
                            "Policy",
                            ColumnKind.TEXT,
                            "Scheduling policy, SCHED_*",
                            core ->
                                    core.schedulingPolicy().isPresent()
                                            ? Cell.text(policy(core.schedulingPolicy().getAsInt()))
                                            : Cell.notCaptured("no scheduling policy is recorded")),
                    of(
                            "nice",
                            "Nice",
                            ColumnKind.NUMBER,
                            "-20 (favoured) to 19",
                            core -> Cell.of(core.nice(), "no nice value is recorded")),
                    of(
                            "blockedSignals",
                            "Blocked signals",
                            ColumnKind.ADDRESS,
                            "Bit n-1 stands for signal n",
                            core -> new Cell.Address(core.blockedSignals())));

    /// How system calls of the thread are restricted.
    static Cell seccomp(Row row) {
        return Cell.of(
                row.thread().core(),
                core -> Cell.of(core.seccomp(), unrecorded(row), mode -> Cell.text(mode.label())));
    }

    private static String unrecorded(Row row) {
        if (EndedTask.test(row.task())) {
            return "the task had ended";
        }
        return row.thread().tid().equals(row.task().pid())
                ? "no mode is recorded: CRIU before 1.7 knew nothing of seccomp"
                : "CRIU records only the mode of the first thread of a task";
    }

    private static Cell register(ThreadCore core, Function<Registers, Optional<Register>> which) {
        return Cell.of(
                core.registers().flatMap(which),
                "no such register is recorded",
                register -> new Cell.Address(register.value()));
    }

    /// Name of a scheduling policy; include/uapi/linux/sched.h.
    static String policy(int number) {
        return switch (number) {
            case 0 -> "SCHED_OTHER";
            case 1 -> "SCHED_FIFO";
            case 2 -> "SCHED_RR";
            case 3 -> "SCHED_BATCH";
            case 5 -> "SCHED_IDLE";
            case 6 -> "SCHED_DEADLINE";
            case 7 -> "SCHED_EXT";
            default -> "policy " + number;
        };
    }

    private static Column<Row> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<ThreadCore, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> Cell.of(row.thread().core(), value));
    }
}
