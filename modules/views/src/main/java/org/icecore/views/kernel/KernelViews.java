package org.icecore.views.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.icecore.analysis.content.LockTable;
import org.icecore.analysis.content.SignalTable;
import org.icecore.analysis.content.TimerTable;
import org.icecore.analysis.content.TraitTable;
import org.icecore.analysis.content.WatchTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.lock.FileLock;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.signal.SignalAction;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ScopedQuestion;
import org.icecore.views.result.TaskColumn;
import org.icecore.workbench.command.MenuItem;

/// The views whose rows belong to tasks: of all tasks, or of the selected one.
///
/// @param desk what they work with
public record KernelViews(KernelDesk desk) {
    public static final String SIGNALS = "signals";
    public static final String TIMERS = "timers";
    public static final String LOCKS = "locks";
    public static final String WATCHES = "watches";
    public static final String TRAITS = "traits";

    /// What the tasks do with signals, and which wait. Enter shows the code of a handler.
    public QuestionView<SignalTable.Row> signals() {
        return view(
                signalQuestion(),
                GridLook.<SignalTable.Row>laidOut(
                                SIGNALS,
                                "Signals",
                                "pid 52, comm 130, signal 116, state 128, blockedBy 110, handler 140, code 210,"
                                        + " flags 170, masked 170, compat 68, number 72, reason 100, sender 68, senderUid 92, value 84,"
                                        + " status 64, address 132")
                        .withOnDemand(Set.of("number", "compat", "status", "address"))
                        .withIcon("signal", row -> Optional.of(icon(row)))
                        .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY)),
                this::openSignal);
    }

    static ScopedQuestion<SignalTable.Row> signalQuestion() {
        return new ScopedQuestion<>(
                "signals that are handled, ignored, blocked or pending",
                checkpoint ->
                        TaskColumn.added(
                                SignalTable.of(checkpoint), row -> Optional.of(row.task())),
                (checkpoint, task) ->
                        TaskColumn.added(
                                SignalTable.of(checkpoint, List.of(task)),
                                row -> Optional.of(row.task())),
                "No task handles, ignores or blocks a signal, and none is pending.");
    }

    private static String icon(SignalTable.Row row) {
        return switch (row) {
            case SignalTable.Acting _ -> "signals";
            case SignalTable.Waiting _ -> "queue";
        };
    }

    private void openSignal(SignalTable.Row row, ArtefactRef ref) {
        if (row instanceof SignalTable.Acting(var task, var action, _)
                && action.kind() == SignalAction.Kind.HANDLED
                && Long.compareUnsigned(action.handler(), -1L) < 0) {
            desk.sight()
                    .selection()
                    .select(
                            SIGNALS,
                            new ArtefactRef.OfMemory(
                                    ref.checkpoint(),
                                    task.pid(),
                                    AddressRange.of(action.handler(), 1)));
            desk.commands().execute(BenchCommands.REVEAL_MEMORY);
        } else {
            desk.showProperties().run();
        }
    }

    /// Timers of tasks and files of timers.
    public QuestionView<TimerTable.Row> timers() {
        return view(
                new ScopedQuestion<>(
                        "timers",
                        checkpoint ->
                                TaskColumn.added(
                                        TimerTable.of(checkpoint), row -> Optional.of(row.task())),
                        (checkpoint, task) ->
                                TaskColumn.added(
                                        TimerTable.of(checkpoint, List.of(task)),
                                        row -> Optional.of(row.task())),
                        "No task has set a timer, and none holds a timerfd."),
                GridLook.<TimerTable.Row>laidOut(
                                TIMERS,
                                "Timers",
                                "pid 52, comm 130, timer 140, clock 160, left 96, interval 96, signal 110,"
                                        + " notification 130, thread 68, value 132, missed 68")
                        .withIcon("timer", _ -> Optional.of("timerfd")),
                this::properties);
    }

    /// Locks on files.
    public QuestionView<FileLock> locks() {
        return view(
                new ScopedQuestion<>(
                        "locks on files",
                        checkpoint ->
                                TaskColumn.added(
                                        LockTable.of(checkpoint),
                                        lock -> checkpoint.tasks().find(lock.owner())),
                        (checkpoint, task) ->
                                TaskColumn.added(
                                        LockTable.of(checkpoint)
                                                .where(lock -> lock.owner().equals(task.pid())),
                                        _ -> Optional.of(task)),
                        "No task holds a lock on a file."),
                GridLook.<FileLock>laidOut(
                                LOCKS,
                                "Locks",
                                "pid 52, comm 130, fd 44, kind 96, type 84, bytes 150, file 420")
                        .withIcon("kind", _ -> Optional.of("lock"))
                        .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY)),
                this::properties);
    }

    /// What is watched through epoll, inotify, fanotify and signalfd.
    public QuestionView<WatchTable.Row> watches() {
        return view(
                ScopedQuestion.of(
                        "watches",
                        checkpoint ->
                                TaskColumn.added(
                                        WatchTable.of(checkpoint), row -> Optional.of(row.task())),
                        (row, task) -> row.task().pid().equals(task.pid()),
                        "No task watches descriptors, files or signals."),
                GridLook.<WatchTable.Row>laidOut(
                                WATCHES,
                                "Watches",
                                "pid 52, comm 130, fd 44, kind 100, watched 300, events 320, data 140")
                        .withIcon("kind", row -> Optional.of(FileIcons.of(row.file()))),
                this::properties);
    }

    /// Priorities and run-time support of threads.
    public QuestionView<TraitTable.Row> traits() {
        return view(
                new ScopedQuestion<>(
                        "traits of threads",
                        checkpoint ->
                                TaskColumn.added(
                                        TraitTable.of(checkpoint),
                                        row -> Optional.of(row.thread().task())),
                        (checkpoint, task) ->
                                TaskColumn.added(
                                        TraitTable.of(checkpoint, List.of(task)),
                                        row -> Optional.of(row.thread().task())),
                        "No task has a thread."),
                GridLook.<TraitTable.Row>laidOut(
                                TRAITS,
                                "Traits",
                                "pid 52, comm 130, tid 64, priority 68, oom 132, personality 96, subreaper 88, dumpable 84,"
                                        + " stopSignal 90, parentDeath 140, signalStack 210, rseq 200, robustFutexes 140,"
                                        + " lsm 160")
                        .withIcon("tid", _ -> Optional.of("thread"))
                        .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY)),
                this::properties);
    }

    private void properties(Object row, ArtefactRef ref) {
        desk.showProperties().run();
    }

    private <R> QuestionView<R> view(
            ScopedQuestion<R> question, GridLook<R> look, BiConsumer<R, ArtefactRef> onOpen) {
        return question.view(
                look,
                desk.sight(),
                desk.ofAll(),
                onOpen,
                List.of(BenchCommands.ALL_TASKS),
                Map.of());
    }
}
