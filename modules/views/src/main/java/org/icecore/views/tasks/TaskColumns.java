package org.icecore.views.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.workbench.table.Column;

/// The columns of the task tree.
final class TaskColumns {
    private static final Comparator<Long> UNKNOWN_LAST =
            Comparator.comparing((Long value) -> value < 0)
                    .thenComparing(Comparator.naturalOrder());

    private TaskColumns() {}

    /// What the heads mean, by id of column.
    static Map<String, String> explained() {
        return Map.of(
                "task",
                        "Pid in the container, and comm: the name that the kernel keeps, of 15 bytes at most",
                "command", "Arguments of the program, as /proc/PID/cmdline would tell them",
                "state", "Running or sleeping, stopped by a signal, or ended and not waited for",
                "uid", "Effective user id, in the container",
                "capabilities", "How many capabilities are effective",
                "changes", "What changed between the two checkpoints, and how many times");
    }

    static List<Column<TaskRow, ?>> ofOne() {
        return List.of(task(190), command(), state(), threads(), uid(), capabilities());
    }

    /// What changed wants the width; the command line, how many threads and whose are shown on demand.
    static List<Column<TaskRow, ?>> ofTwo() {
        return List.of(
                task(190),
                Column.<TaskRow>text("changes", "Changes", 150, TaskRow::changes)
                        .withTooltip(TaskRow::changes),
                command().askedFor(),
                threads().askedFor(),
                uid().askedFor(),
                capabilities());
    }

    private static Column<TaskRow, TaskRow> task(double width) {
        return Column.<TaskRow, TaskRow>of(
                        "task",
                        "Task",
                        width,
                        row -> row,
                        TaskRow::title,
                        Comparator.comparingInt(TaskRow::pid))
                .withIcon(TaskRow::icon)
                .withTooltip(TaskRow::tooltip);
    }

    private static Column<TaskRow, String> command() {
        return Column.<TaskRow>text("command", "Command line", 200, TaskRow::command)
                .monospaced()
                .withTooltip(row -> row.task().commandLine().absence().orElse(row.command()))
                .withInk(
                        row ->
                                row.task().commandLine().found().isPresent()
                                        ? Optional.empty()
                                        : Optional.of("ink-muted"));
    }

    private static Column<TaskRow, String> state() {
        return Column.<TaskRow>text("state", "State", 70, row -> row.task().state().label())
                .withInk(
                        row ->
                                row.task().state() == TaskState.ALIVE
                                        ? Optional.empty()
                                        : Optional.of("ink-warning"));
    }

    private static Column<TaskRow, Integer> threads() {
        return Column.number("threads", "Threads", 60, TaskRow::threads);
    }

    private static Column<TaskRow, Long> uid() {
        return Column.<TaskRow, Long>of(
                        "uid", "Uid", 48, TaskRow::uid, TaskColumns::known, UNKNOWN_LAST)
                .rightAligned();
    }

    private static Column<TaskRow, Long> capabilities() {
        return Column.<TaskRow, Long>of(
                        "capabilities",
                        "Caps",
                        48,
                        TaskRow::capabilities,
                        TaskColumns::known,
                        UNKNOWN_LAST)
                .rightAligned()
                .withTooltip(TaskRow::capabilityNames)
                .askedFor();
    }

    private static String known(long value) {
        return value < 0 ? "-" : Long.toString(value);
    }
}
