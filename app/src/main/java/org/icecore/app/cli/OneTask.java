package org.icecore.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskThread;

/// Leaves out of an answer about one task what is missing of others.
record OneTask(Checkpoint checkpoint, Optional<Pid> only) {

    /// As the gaps of tables of tasks and threads are worded: `resource limits of task 7: reason`.
    private static final Pattern OF = Pattern.compile(" of (?:task|thread) (\\d+): ");

    /// The table with the gaps that are the task's or nobody's.
    <R> ResultTable<R> gaps(ResultTable<R> table) {
        if (only.isEmpty() || table.coverage().isComplete()) {
            return table;
        }
        var coverage = table.coverage();
        return new ResultTable<>(
                table.id(),
                table.title(),
                table.columns(),
                table.rows(),
                table.subject(),
                table.source(),
                new Coverage(
                        coverage.gaps().stream().filter(this::concerns).toList(),
                        coverage.limits()));
    }

    private boolean concerns(String gap) {
        var of = OF.matcher(gap);
        return !of.find() || own().contains(of.group(1));
    }

    private List<String> own() {
        return only.flatMap(checkpoint.tasks()::find).map(Task::threads).orElse(List.of()).stream()
                .map(TaskThread::tid)
                .map(Pid::toString)
                .toList();
    }
}
