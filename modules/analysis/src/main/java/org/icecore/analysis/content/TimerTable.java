package org.icecore.analysis.content;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Gap;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.KernelState;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.timer.ClockId;
import org.icecore.checkpoint.timer.TaskTimer;
import org.icecore.evidence.Location;

/// The timers of the tasks: of `setitimer`, of `timer_create`, and timerfds.
public final class TimerTable {

    private TimerTable() {}

    /// A timer of a task.
    public sealed interface Row {

        /// Whose it is.
        Task task();

        /// Where it is said.
        Location at();
    }

    /// A timer that sends a signal.
    public record OfTask(Task task, TaskTimer timer) implements Row {

        @Override
        public Location at() {
            return timer.at();
        }
    }

    /// A timer that is read.
    public record OfFile(Task task, FileDescriptor descriptor, OpenFile.TimerFd file)
            implements Row {

        @Override
        public Location at() {
            return file.at();
        }
    }

    /// One row per timer; a timerfd has one for each descriptor.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        return of(checkpoint, checkpoint.tasks().all());
    }

    /// The same of some tasks; the images of others are not read.
    public static ResultTable<Row> of(Checkpoint checkpoint, List<Task> tasks) {
        var read =
                TaskRows.<Row>read(
                        tasks, "timers", (task, gaps) -> rows(checkpoint.kernel(), task, gaps));
        return new ResultTable<>(
                "timers",
                "Timers",
                COLUMNS,
                read.rows(),
                row ->
                        switch (row) {
                            case OfTask(var task, _) ->
                                    new ArtefactRef.OfTask(checkpoint.id(), task.pid());
                            case OfFile(var task, var descriptor, _) ->
                                    new ArtefactRef.OfDescriptor(
                                            checkpoint.id(), task.pid(), descriptor.fd());
                        },
                row -> Optional.of(row.at()),
                read.coverage());
    }

    private static List<Row> rows(KernelState kernel, Task task, Consumer<String> gaps) {
        var timers = Gaps.found(kernel.timers(task), task, "timers", gaps);
        Gaps.found(task.descriptors(), task, "open files", gaps);
        Gaps.lost(task, "open files").map(Gap::text).ifPresent(gaps);
        return Stream.concat(
                        timers.stream()
                                .flatMap(List::stream)
                                .<Row>map(timer -> new OfTask(task, timer)),
                        files(task))
                .toList();
    }

    private static Stream<Row> files(Task task) {
        return task.descriptors().found().stream()
                .flatMap(List::stream)
                .flatMap(
                        descriptor ->
                                descriptor.file().found().stream()
                                        .filter(OpenFile.TimerFd.class::isInstance)
                                        .map(OpenFile.TimerFd.class::cast)
                                        .map(file -> new OfFile(task, descriptor, file)));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    Column.text("timer", "Timer", "Which one", TimerTable::name),
                    Column.text(
                            "clock",
                            "Clock",
                            "Clock that it counts by",
                            row ->
                                    switch (row) {
                                        case OfTask(_, TaskTimer.Interval timer) ->
                                                switch (timer.clock()) {
                                                    case REAL -> "elapsed time";
                                                    case VIRTUAL -> "processor time, user";
                                                    case PROFILING -> "processor time";
                                                };
                                        case OfTask(_, TaskTimer.Posix timer) ->
                                                timer.clock().name();
                                        case OfFile(_, _, var file) ->
                                                new ClockId(file.clock()).name();
                                    }),
                    Column.of(
                            "left",
                            "Left",
                            ColumnKind.DURATION_MICROS,
                            "Time until it fires",
                            row -> duration(left(row), "not armed")),
                    Column.of(
                            "interval",
                            "Interval",
                            ColumnKind.DURATION_MICROS,
                            "Time from one firing to the next",
                            row -> duration(interval(row), "fires once")),
                    ofTask(
                            "signal",
                            "Signal",
                            ColumnKind.TEXT,
                            "Signal that it sends",
                            timer -> Cell.text(timer.signal().name())),
                    posix(
                            "notification",
                            "Notification",
                            ColumnKind.TEXT,
                            "SIGEV_*: how the task is told",
                            timer -> Cell.text(timer.notificationName())),
                    posix(
                            "thread",
                            "Thread",
                            ColumnKind.NUMBER,
                            "Thread that gets the signal",
                            timer ->
                                    timer.thread()
                                            .map(tid -> Cell.number(tid.value()))
                                            .orElseGet(() -> Cell.notApplicable("any thread may"))),
                    posix(
                            "value",
                            "Value",
                            ColumnKind.ADDRESS,
                            "Word handed over with the signal",
                            timer -> new Cell.Address(timer.value())),
                    Column.of(
                            "missed",
                            "Missed",
                            ColumnKind.NUMBER,
                            "Firings that the task did not notice yet",
                            row ->
                                    switch (row) {
                                        case OfTask(_, TaskTimer.Interval _) ->
                                                Cell.notApplicable("nobody counts these");
                                        case OfTask(_, TaskTimer.Posix timer) ->
                                                Cell.number(timer.overruns());
                                        case OfFile(_, _, var file) -> Cell.number(file.ticks());
                                    }));

    private static String name(Row row) {
        return switch (row) {
            case OfTask(_, TaskTimer.Interval timer) -> timer.clock().label();
            case OfTask(_, TaskTimer.Posix timer) -> "timer " + timer.id();
            case OfFile(_, var descriptor, _) -> "timerfd, fd " + descriptor.fd();
        };
    }

    private static Duration left(Row row) {
        return switch (row) {
            case OfTask(_, var timer) -> timer.left();
            case OfFile(_, _, var file) -> Duration.ofNanos(file.nextNanos());
        };
    }

    private static Duration interval(Row row) {
        return switch (row) {
            case OfTask(_, var timer) -> timer.interval();
            case OfFile(_, _, var file) -> Duration.ofNanos(file.intervalNanos());
        };
    }

    /// The longest that a cell holds is 292,000 years.
    private static Cell duration(Duration duration, String none) {
        if (duration.isZero()) {
            return Cell.notApplicable(none);
        }
        var most = Long.MAX_VALUE / 1_000_000;
        return new Cell.Duration(
                duration.getSeconds() >= most
                        ? Long.MAX_VALUE
                        : duration.getSeconds() * 1_000_000 + duration.getNano() / 1000);
    }

    private static Column<Row> ofTask(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<TaskTimer, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row instanceof OfTask(_, var timer)
                                ? value.apply(timer)
                                : Cell.notApplicable("a timerfd is read"));
    }

    private static Column<Row> posix(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<TaskTimer.Posix, Cell> value) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        row instanceof OfTask(_, TaskTimer.Posix timer)
                                ? value.apply(timer)
                                : Cell.notApplicable("only timers of timer_create have one"));
    }
}
