package org.icecore.views.threads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.ThreadTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.signal.SignalNumbering;
import org.icecore.checkpoint.task.Register;
import org.icecore.checkpoint.task.Registers;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.Recast;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.MenuItem;

/// The threads of all tasks. Enter shows the memory at the top of the thread's stack.
public final class ThreadsView {
    /// Its id.
    public static final String ID = "threads";

    private ThreadsView() {}

    /// The view.
    public static QuestionView<ThreadTable.Row> of(
            CheckpointQuestion.Sight sight, Commands commands) {
        return new CheckpointQuestion<>("threads", ThreadsView::table, "No task has a thread.")
                .view(
                        look(),
                        sight,
                        (row, ref) -> {
                            stack(row.thread(), ref)
                                    .ifPresent(top -> select(sight.selection(), top));
                            commands.execute(BenchCommands.REVEAL_MEMORY);
                        },
                        List.of());
    }

    /// A mask is for reports; the reader of a window wants the names.
    static ResultTable<ThreadTable.Row> table(Checkpoint checkpoint) {
        return Recast.column(
                ThreadTable.of(checkpoint),
                "blockedSignals",
                ColumnKind.FLAGS,
                "Signals that wait until the thread lets them in",
                (row, cell) -> row.thread().core().found().map(ThreadsView::blocked).orElse(cell));
    }

    private static Cell blocked(ThreadCore core) {
        var numbering =
                core.registers()
                        .map(registers -> SignalNumbering.of(registers.architecture()))
                        .orElse(SignalNumbering.GENERIC);
        return new Cell.Names(
                numbering.signals(core.blockedSignals()).stream().map(Signal::name).toList());
    }

    private static void select(BenchSelection selection, ArtefactRef top) {
        selection.select(ID, top);
    }

    /// The word on top of the thread's stack, if its stack pointer was recorded.
    static Optional<ArtefactRef> stack(TaskThread thread, ArtefactRef ref) {
        return ref instanceof ArtefactRef.OfThread(var id, var pid, _)
                ? thread.core()
                        .found()
                        .flatMap(core -> core.registers().flatMap(Registers::stackPointer))
                        .map(Register::value)
                        .filter(top -> Long.compareUnsigned(top, -Long.BYTES) < 0)
                        .map(
                                top ->
                                        new ArtefactRef.OfMemory(
                                                id, pid, AddressRange.of(top, Long.BYTES)))
                : Optional.empty();
    }

    private static GridLook<ThreadTable.Row> look() {
        return GridLook.<ThreadTable.Row>of(
                        ID,
                        "Threads",
                        List.of(
                                "pid",
                                "tid",
                                "comm",
                                "uid",
                                "seccomp",
                                "policy",
                                "nice",
                                "pc",
                                "sp",
                                "blockedSignals"))
                .withWidths(
                        Map.of(
                                "pid",
                                52,
                                "tid",
                                52,
                                "comm",
                                168,
                                "uid",
                                60,
                                "seccomp",
                                84,
                                "policy",
                                116,
                                "nice",
                                48,
                                "pc",
                                140,
                                "sp",
                                140,
                                "blockedSignals",
                                148))
                .withIcon("comm", _ -> Optional.of("thread"))
                .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY));
    }
}
