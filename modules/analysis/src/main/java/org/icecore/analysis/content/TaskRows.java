package org.icecore.analysis.content;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.Gap;
import org.icecore.checkpoint.task.Task;

/// Rows that are read task by task from the images. The first are kept; what goes beyond them is read again when it is asked for,
/// so that the heap holds one number for a task and not what its images say. Safe for use by several threads.
final class TaskRows<R> extends AbstractList<R> implements RandomAccess {

    /// Some ten megabytes.
    private static final int KEPT = 1 << 15;

    private final List<Task> tasks;
    private final Reading<R> reading;
    private final int[] starts;
    private final List<R> kept;
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

    private TaskRows(List<Task> tasks, Reading<R> reading, int[] starts, List<R> kept) {
        this.tasks = tasks;
        this.reading = reading;
        this.starts = starts;
        this.kept = kept;
    }

    /// Reads each task once.
    ///
    /// @param what the rows tell of, for the case that no task is known
    static <R> Read<R> read(List<Task> tasks, String what, Reading<R> reading) {
        return tasks.isEmpty()
                ? new Read<>(List.of(), Gaps.noTask(what))
                : read(tasks, reading, KEPT);
    }

    /// @param most how many rows are kept
    static <R> Read<R> read(List<Task> tasks, Reading<R> reading, int most) {
        var gaps = new ArrayList<Gap>();
        var starts = new int[tasks.size() + 1];
        var kept = new ArrayList<R>();
        for (var i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var rows = reading.of(task, gap -> gaps.add(Gap.of(task.pid(), gap)));
            starts[i + 1] = Math.addExact(starts[i], rows.size());
            if (kept.size() == starts[i] && starts[i + 1] <= most) {
                kept.addAll(rows);
            }
        }
        var rows =
                kept.size() == starts[tasks.size()]
                        ? List.copyOf(kept)
                        : new TaskRows<>(tasks, reading, starts, List.copyOf(kept));
        return new Read<>(rows, Coverage.lacking(gaps));
    }

    @Override
    public R get(int index) {
        Objects.checkIndex(index, size());
        if (index < kept.size()) {
            return kept.get(index);
        }
        var task = task(index);
        var found = last;
        if (found.task() != task) {
            found = new Last<>(task, reading.of(tasks.get(task), _ -> {}));
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
