package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.signal.PendingSignal;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadTraits;
import org.icecore.evidence.Location;

/// The signals of the tasks, as far as something was set for them or they wait.
public final class SignalTable {

    private SignalTable() {}

    /// A signal of a task.
    public sealed interface Row {

        /// Whose it is.
        Task task();

        /// Which one.
        Signal signal();

        /// Where it is said.
        Location at();
    }

    /// What a signal does.
    ///
    /// @param blocked threads that it is not delivered to
    public record Acting(Task task, SignalAction action, List<Pid> blocked) implements Row {

        @Override
        public Signal signal() {
            return action.signal();
        }

        @Override
        public Location at() {
            return action.at();
        }
    }

    /// A signal that waits.
    ///
    /// @param thread that it waits for; empty if any thread of the task may take it
    public record Waiting(Task task, Optional<TaskThread> thread, PendingSignal pending)
            implements Row {

        @Override
        public Signal signal() {
            return pending.signal();
        }

        @Override
        public Location at() {
            return pending.at();
        }
    }

    /// One row per task and signal that is ignored, handled or blocked, and one per signal that waits. What is left alone does
    /// what the kernel does with it by default.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return of(checkpoint, checkpoint.tasks().all());
    }

    /// The same of some tasks; the images of others are not read.
    public static ResultTable<Row> of(Checkpoint checkpoint, List<Task> tasks) {
        var read =
                TaskRows.<Row>read(
                        tasks, "signals", (task, gaps) -> rows(checkpoint.kernel(), task, gaps));
        return new ResultTable<>(
                "signals",
                "Signals",
                COLUMNS,
                read.rows(),
                row ->
                        row instanceof Waiting(var task, var thread, _) && thread.isPresent()
                                ? new ArtefactRef.OfThread(
                                        checkpoint.id(), task.pid(), thread.get().tid())
                                : new ArtefactRef.OfTask(checkpoint.id(), row.task().pid()),
                row -> Optional.of(row.at()),
                read.coverage());
    }

    /// Asks each thread for all before the next, so that its image is read once.
    private static List<Row> rows(KernelState kernel, Task task, Consumer<String> gaps) {
        var blocked = new TreeMap<Integer, List<Pid>>();
        var waiting = new ArrayList<Row>();
        for (var thread : task.threads()) {
            for (var signal :
                    kernel.traits(thread).found().map(ThreadTraits::blocked).orElse(List.of())) {
                blocked.computeIfAbsent(signal.number(), _ -> new ArrayList<>()).add(thread.tid());
            }
            for (var pending : kernel.pendingSignals(thread).found().orElse(List.of())) {
                waiting.add(new Waiting(task, Optional.of(thread), pending));
            }
        }
        var rows = new ArrayList<Row>();
        Gaps.found(kernel.signalActions(task), task, "signal actions", gaps).stream()
                .flatMap(List::stream)
                .forEach(
                        action -> {
                            var threads = blocked.getOrDefault(action.signal().number(), List.of());
                            if (action.kind() != SignalAction.Kind.DEFAULT || !threads.isEmpty()) {
                                rows.add(new Acting(task, action, threads));
                            }
                        });
        Gaps.found(kernel.pendingSignals(task), task, "pending signals", gaps).stream()
                .flatMap(List::stream)
                .forEach(pending -> rows.add(new Waiting(task, Optional.empty(), pending)));
        rows.addAll(waiting);
        return rows;
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    Column.text(
                            "signal", "Signal", "Name of the signal", row -> row.signal().name()),
                    Column.number(
                            "number",
                            "Number",
                            "Number of the signal, as the machine counts",
                            row -> row.signal().number()),
                    Column.text(
                            "state",
                            "State",
                            "What the task has the kernel do with it, or whom it waits for",
                            row ->
                                    switch (row) {
                                        case Acting acting -> acting.action().kind().label();
                                        case Waiting(_, var thread, _) ->
                                                thread.map(one -> "pending for thread " + one.tid())
                                                        .orElse("pending for the task");
                                    }),
                    handled(
                            "handler",
                            "Handler",
                            ColumnKind.ADDRESS,
                            "Address of the code that handles it",
                            acting -> new Cell.Address(acting.action().handler())),
                    handled(
                            "code",
                            "Code",
                            ColumnKind.CODE,
                            "Mapping that the handler lies in",
                            SignalTable::code),
                    handled(
                            "flags",
                            "Flags",
                            ColumnKind.FLAGS,
                            "SA_* flags of the handler",
                            acting -> new Cell.Names(acting.action().flagNames())),
                    handled(
                            "compat",
                            "32-bit",
                            ColumnKind.FLAG,
                            "Whether 32-bit code set it up on a 64-bit machine: its addresses are of 32 bits",
                            acting ->
                                    Cell.of(
                                            acting.action().compat(),
                                            "CRIU before 3.0 does not say",
                                            Cell.Flag::new)),
                    handled(
                            "masked",
                            "Masked",
                            ColumnKind.FLAGS,
                            "Signals that are blocked while the handler runs",
                            acting -> new Cell.Names(acting.action().masked().names())),
                    Column.of(
                            "blockedBy",
                            "Blocked by",
                            ColumnKind.FLAGS,
                            "Threads that it is not delivered to",
                            row ->
                                    row instanceof Acting(_, _, var threads)
                                            ? new Cell.Names(
                                                    threads.stream().map(Pid::toString).toList())
                                            : Cell.notApplicable("told of what the signal does")),
                    pending(
                            "reason",
                            "Reason",
                            ColumnKind.TEXT,
                            "SI_* code: why it was sent",
                            waiting -> Cell.text(waiting.codeName())),
                    pending(
                            "sender",
                            "Sender",
                            ColumnKind.NUMBER,
                            "Process id of the sender, inside the container",
                            waiting ->
                                    waiting.sender()
                                            .map(pid -> Cell.number(pid.value()))
                                            .orElseGet(() -> unsaid("no sender"))),
                    pending(
                            "senderUid",
                            "Sender uid",
                            ColumnKind.NUMBER,
                            "Real user id of the sender",
                            waiting -> number(waiting.senderUser(), "no sender")),
                    pending(
                            "value",
                            "Value",
                            ColumnKind.NUMBER,
                            "Word that came with it, of sigqueue or of a timer",
                            waiting -> number(waiting.value(), "no value")),
                    pending(
                            "status",
                            "Status",
                            ColumnKind.NUMBER,
                            "Exit status or signal of the child, for SIGCHLD",
                            waiting -> number(waiting.status())),
                    pending(
                            "address",
                            "Fault address",
                            ColumnKind.ADDRESS,
                            "Address that a fault was about",
                            waiting ->
                                    waiting.address().isPresent()
                                            ? new Cell.Address(waiting.address().getAsLong())
                                            : unsaid("no address")));

    private static Cell code(Acting acting) {
        return Cell.of(
                acting.task().memory(),
                memory ->
                        memory.vma(acting.action().handler())
                                .map(Vma::title)
                                .map(Cell::text)
                                .orElseGet(
                                        () -> Cell.notApplicable("no mapping holds this address")));
    }

    private static Cell number(OptionalLong number, String what) {
        return number.isPresent() ? Cell.number(number.getAsLong()) : unsaid(what);
    }

    private static Cell number(OptionalInt number) {
        return number.isPresent() ? Cell.number(number.getAsInt()) : unsaid("no status");
    }

    private static Cell unsaid(String what) {
        return Cell.notApplicable("a signal of this code tells of " + what);
    }

    private static Column<Row> handled(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Acting, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row instanceof Acting acting
                                        && acting.action().kind() == SignalAction.Kind.HANDLED
                                ? value.apply(acting)
                                : Cell.notApplicable("only a handled signal has one"));
    }

    private static Column<Row> pending(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<PendingSignal, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row instanceof Waiting(_, _, var signal)
                                ? value.apply(signal)
                                : Cell.notApplicable("only a signal that waits has one"));
    }
}
