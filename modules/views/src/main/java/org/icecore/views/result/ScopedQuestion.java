package org.icecore.views.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.EndedTask;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchSelection;

/// A question about all tasks of the selected checkpoint, or about the selected task alone.
///
/// @param what is asked for, in the plural: `sockets`
/// @param ofAll the answer for all tasks
/// @param ofTask the answer for one
/// @param ifEmpty what an answer for all tasks without rows means: `No task has a socket.`
public record ScopedQuestion<R>(
        String what,
        Function<Checkpoint, ResultTable<R>> ofAll,
        BiFunction<Checkpoint, Task, ResultTable<R>> ofTask,
        String ifEmpty) {

    private record Subject(Checkpoint checkpoint, Optional<Pid> pid) {}

    /// A question whose answer for one task is a part of that for all.
    ///
    /// @param belongs whether a row is about a task
    public static <R> ScopedQuestion<R> of(
            String what,
            Function<Checkpoint, ResultTable<R>> ofAll,
            BiFunction<R, Task, Boolean> belongs,
            String ifEmpty) {
        return new ScopedQuestion<>(
                what,
                ofAll,
                (checkpoint, task) ->
                        ofAll.apply(checkpoint).where(row -> belongs.apply(row, task)),
                ifEmpty);
    }

    /// What the view asks while this is selected.
    ///
    /// @param all whether all tasks are wanted
    public ObservableValue<Question<R>> of(BenchSelection selection, ObservableValue<Boolean> all) {
        return Bindings.createObjectBinding(
                () -> question(selection, all.getValue()),
                selection.checkpoint(),
                selection.task(),
                selection.anyOpen(),
                all);
    }

    private Question<R> question(BenchSelection selection, boolean all) {
        var checkpoint = selection.checkpoint().get();
        if (checkpoint.isEmpty()) {
            return CheckpointQuestion.without(what, selection);
        }
        if (all) {
            return ask(checkpoint.get());
        }
        return selection
                .task()
                .get()
                .map(task -> ask(checkpoint.get(), task))
                .orElseGet(
                        () ->
                                new Question.Nothing<>(
                                        "Select a task to see its %s, or show those of all tasks."
                                                .formatted(what)));
    }

    private Question<R> ask(Checkpoint checkpoint) {
        return new Question.Ask<>(
                new Subject(checkpoint, Optional.empty()),
                checkpoint.title(),
                "reading the %s of %s".formatted(what, checkpoint.id()),
                () -> ofAll.apply(checkpoint),
                ifEmpty);
    }

    private Question<R> ask(Checkpoint checkpoint, Task task) {
        return new Question.Ask<>(
                new Subject(checkpoint, Optional.of(task.pid())),
                Question.about(checkpoint, task),
                "reading the %s of task %s".formatted(what, task.pid()),
                () -> ofTask.apply(checkpoint, task).about(task.pid()),
                (EndedTask.test(task) ? "Task %s had ended: it has no %s." : "Task %s has no %s.")
                        .formatted(task.pid(), what));
    }

    /// The view.
    ///
    /// @param onOpen what Enter and double click do with a row and its artefact
    /// @param deeds what other commands do with them
    public QuestionView<R> view(
            GridLook<R> look,
            CheckpointQuestion.Sight sight,
            ObservableValue<Boolean> all,
            BiConsumer<R, ArtefactRef> onOpen,
            List<String> toolBar,
            Map<String, BiConsumer<R, ArtefactRef>> deeds) {
        return new QuestionView<>(
                new QuestionView.Part<>(
                        look,
                        of(sight.selection(), all),
                        sight.marks(),
                        sight.selection().ref(),
                        refs -> sight.selection().select(look.id(), refs),
                        onOpen,
                        toolBar,
                        deeds,
                        sight.services(),
                        sight.jobs()));
    }
}
