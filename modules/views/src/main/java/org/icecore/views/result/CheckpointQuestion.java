package org.icecore.views.result;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.table.Mark;

/// A question about the whole of the selected checkpoint, and the view that answers it.
///
/// @param what is asked for, in the plural: `threads`
/// @param table the answer; it tells the progress how far it is, and is stopped by it
/// @param ifEmpty what an answer without rows means: `No task has a thread.`
public record CheckpointQuestion<R>(
        String what, BiFunction<Checkpoint, Progress, ResultTable<R>> table, String ifEmpty) {

    /// A question that is answered in a moment.
    public CheckpointQuestion(
            String what, Function<Checkpoint, ResultTable<R>> table, String ifEmpty) {
        this(what, (checkpoint, _) -> table.apply(checkpoint), ifEmpty);
    }

    /// What the view asks while this is selected.
    public ObservableValue<Question<R>> of(BenchSelection selection) {
        return Bindings.createObjectBinding(
                () ->
                        selection
                                .checkpoint()
                                .get()
                                .map(this::ask)
                                .orElseGet(() -> without(what, selection)),
                selection.checkpoint(),
                selection.anyOpen());
    }

    /// What a view of a checkpoint says while none is selected.
    static <R> Question<R> without(String what, BenchSelection selection) {
        return new Question.Nothing<>(
                "%s a checkpoint to see its %s."
                        .formatted(selection.anyOpen().get() ? "Select" : "Open", what));
    }

    /// The view.
    ///
    /// @param onOpen what Enter and double click do with a row and its artefact
    public QuestionView<R> view(
            GridLook<R> look,
            Sight sight,
            BiConsumer<R, ArtefactRef> onOpen,
            List<String> toolBar) {
        return new QuestionView<>(
                new QuestionView.Part<>(
                        look,
                        of(sight.selection()),
                        sight.marks(),
                        sight.selection().ref(),
                        refs -> sight.selection().select(look.id(), refs),
                        onOpen,
                        toolBar,
                        sight.services(),
                        sight.jobs()));
    }

    /// What a view of a checkpoint sees of the workbench.
    ///
    /// @param marks of the comparison, if there is one to show
    public record Sight(
            BenchSelection selection,
            ObservableValue<Function<ArtefactRef, Mark>> marks,
            TableServices services,
            Jobs jobs) {}

    private Question<R> ask(Checkpoint checkpoint) {
        return new Question.Ask<>(
                checkpoint,
                checkpoint.title(),
                "reading the %s of %s".formatted(what, checkpoint.id()),
                progress -> table.apply(checkpoint, progress),
                ifEmpty);
    }
}
