package org.icecore.analysis.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.Gap;
import org.icecore.checkpoint.Incomplete;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.task.Task;

/// What a table could not cover, collected from absent observations.
final class Gaps {

    private Gaps() {}

    /// The same for tasks; those that had ended lack nothing.
    static Coverage ofTasks(
            Collection<Task> tasks, String what, Function<Task, ? extends Observed<?>> observed) {
        return tasks.isEmpty()
                ? noTask(what)
                : of(
                        tasks.stream().filter(task -> !EndedTask.test(task)).toList(),
                        task -> task,
                        task -> "%s of task %s".formatted(what, task.pid()),
                        observed);
    }

    /// The same of what tasks have open: a descriptor of which nothing else is known is a gap, too.
    static Coverage ofOpenFiles(Collection<Task> tasks, String what) {
        return ofTasks(tasks, what, Task::descriptors)
                .and(
                        Coverage.lacking(
                                tasks.stream()
                                        .flatMap(
                                                task ->
                                                        Stream.concat(
                                                                unknownFile(task, what).stream(),
                                                                lost(task, what).stream()))
                                        .toList()));
    }

    /// What a damaged table of descriptors hides.
    static Optional<Gap> lost(Task task, String what) {
        return Incomplete.loss(task.descriptors())
                .map(
                        reason ->
                                Gap.of(
                                        task.pid(),
                                        "%s of task %s: there may be more: %s"
                                                .formatted(what, task.pid(), reason)));
    }

    private static Optional<Gap> unknownFile(Task task, String what) {
        return task.descriptors().found().stream()
                .flatMap(List::stream)
                .flatMap(descriptor -> descriptor.file().absence().stream())
                .findFirst()
                .map(
                        reason ->
                                Gap.of(
                                        task.pid(),
                                        "%s of task %s: %s".formatted(what, task.pid(), reason)));
    }

    static Coverage noTask(String what) {
        return Coverage.without(
                List.of(
                        "%s: no task is known, since no process tree could be read"
                                .formatted(what)));
    }

    /// What is observed of `task`, if it is there; if not, `gaps` takes the sentence that says why. A task that had ended lacks
    /// nothing.
    static <T> Optional<T> found(
            Observed<T> observed, Task task, String what, Consumer<String> gaps) {
        if (!EndedTask.test(task)) {
            observed.absence()
                    .ifPresent(
                            reason ->
                                    gaps.accept(
                                            "%s of task %s: %s"
                                                    .formatted(what, task.pid(), reason)));
        }
        return observed.found();
    }

    /// The same for threads.
    static Coverage ofThreads(Collection<ThreadTable.Row> threads, String what) {
        return threads.isEmpty()
                ? noTask(what)
                : of(
                        threads.stream().filter(row -> !EndedTask.test(row.task())).toList(),
                        ThreadTable.Row::task,
                        row -> "%s %s".formatted(what, row.thread().tid()),
                        row -> row.thread().core());
    }

    /// A gap for each item whose observation is absent: `files of task 7: fdinfo-5.img is not in the checkpoint`.
    private static <T> Coverage of(
            Collection<T> items,
            Function<T, Task> owner,
            Function<T, String> what,
            Function<T, ? extends Observed<?>> observed) {
        return Coverage.lacking(
                items.stream()
                        .flatMap(
                                item ->
                                        observed
                                                .apply(item)
                                                .absence()
                                                .map(
                                                        reason ->
                                                                Gap.of(
                                                                        owner.apply(item).pid(),
                                                                        what.apply(item)
                                                                                + ": "
                                                                                + reason))
                                                .stream())
                        .toList());
    }
}
