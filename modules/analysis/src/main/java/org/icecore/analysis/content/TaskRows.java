package org.icecore.analysis.content;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Function;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.Gap;
import org.icecore.checkpoint.task.Task;

/// Rows that are told task by task. Few are held; of many only how many each task has, and the rows of the task that was asked
/// for last: whoever goes through them in order has each task tell them once more, and the heap holds one number for a task and
/// not what its images say. Safe for use by several threads.
final class TaskRows<R> extends AbstractList<R> implements RandomAccess {

    /// Some ten megabytes, which a heap of 256 MiB can spare beside a checkpoint of as many tasks as it has room for.
    private static final int HELD = 1 << 15;

    private final List<Task> tasks;
    private final Function<Task, List<R>> telling;
    private final int[] starts;
    private volatile Last<R> last = new Last<>(-1, List.of());

    private record Last<R>(int task, List<R> rows) {}

    /// Reads the rows of a task; the same each time it is asked.
    @FunctionalInterface
    interface Reading<R> {

        /// The rows; `gaps` takes a sentence for each thing that is not there.
        List<R> of(Task task, Consumer<String> gaps);
    }

    /// The rows of all tasks, in their order, and what they do not cover.
    record Read<R>(List<R> rows, Coverage coverage) {}

    private TaskRows(List<Task> tasks, Function<Task, List<R>> telling, int[] starts) {
        this.tasks = tasks;
        this.telling = telling;
        this.starts = starts;
    }

    /// Reads each task once, and again where its rows are not held.
    ///
    /// @param what the rows tell of, for the case that no task is known
    static <R> Read<R> read(List<Task> tasks, String what, Reading<R> reading) {
        return tasks.isEmpty()
                ? new Read<>(List.of(), Gaps.noTask(what))
                : read(tasks, reading, HELD);
    }

    /// @param most how many rows are held
    static <R> Read<R> read(List<Task> tasks, Reading<R> reading, int most) {
        var gaps = new ArrayList<Gap>();
        var rows =
                counted(
                        tasks,
                        task -> reading.of(task, gap -> gaps.add(Gap.of(task.pid(), gap))),
                        task -> reading.of(task, _ -> {}),
                        most);
        return new Read<>(rows, Coverage.lacking(gaps));
    }

    /// The rows of all tasks, in their order.
    ///
    /// @param telling the rows of a task, possibly computed one by one; the same each time it is asked
    static <R> List<R> of(List<Task> tasks, Function<Task, List<R>> telling) {
        return counted(tasks, telling, telling, HELD);
    }

    /// @param first asked once for each task
    /// @param again asked for those that are not held
    private static <R> List<R> counted(
            List<Task> tasks,
            Function<Task, List<R>> first,
            Function<Task, List<R>> again,
            int most) {
        var starts = new int[tasks.size() + 1];
        var held = new ArrayList<R>();
        for (var i = 0; i < tasks.size(); i++) {
            var rows = first.apply(tasks.get(i));
            starts[i + 1] = Math.addExact(starts[i], rows.size());
            if (starts[i + 1] <= most) {
                held.addAll(rows);
            } else {
                held.clear();
            }
        }
        return starts[tasks.size()] <= most
                ? List.copyOf(held)
                : new TaskRows<>(tasks, again, starts);
    }

    @Override
    public R get(int index) {
        Objects.checkIndex(index, size());
        var task = task(index);
        var found = last;
        if (found.task() != task) {
            found = new Last<>(task, telling.apply(tasks.get(task)));
            last = found;
        }
        return found.rows().get(index - starts[task]);
    }

    /// The last task that begins at or before the row: those before it with the same beginning have no rows.
    private int task(int index) {
        var at = Arrays.binarySearch(starts, index);
        if (at < 0) {
            return -at - 2;
        }
        var task = at;
        while (starts[task + 1] == index) {
            task++;
        }
        return task;
    }

    @Override
    public int size() {
        return starts[tasks.size()];
    }
}
