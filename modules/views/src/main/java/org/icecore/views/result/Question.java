package org.icecore.views.result;

import java.util.concurrent.Callable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Progress;
import org.icecore.views.bench.BenchSelection;

/// What a view of one table is to show now.
public sealed interface Question<R> {
    /// Nothing is selected that could be asked about.
    ///
    /// @param whatToSelect for the examiner: `Select a task to see its mappings.`
    record Nothing<R>(String whatToSelect) implements Question<R> {}

    /// There can be no answer.
    ///
    /// @param why for the examiner: `pid 7 is a zombie: it has no memory`
    record Pointless<R>(String why) implements Question<R> {}

    /// A question.
    ///
    /// @param subject what is asked about; an equal subject is not asked about again
    /// @param about whose answer it is, with the checkpoint: `shop (after), task 6 python3`
    /// @param title of the work: `reading the mappings of pid 7`
    /// @param ifEmpty what an answer without rows means
    record Ask<R>(Object subject, String about, String title, Answering<R> answer, String ifEmpty)
            implements Question<R> {

        /// A question that is answered in a moment, so that nobody needs to watch or to stop it.
        public Ask(
                Object subject,
                String about,
                String title,
                Callable<ResultTable<R>> answer,
                String ifEmpty) {
            this(subject, about, title, _ -> answer.call(), ifEmpty);
        }
    }

    /// What finds the answer, on a thread of its own.
    @FunctionalInterface
    interface Answering<R> {
        /// The answer.
        ///
        /// @throws java.util.concurrent.CancellationException if `progress` says that nobody wants it any more
        ResultTable<R> answer(Progress progress) throws Exception;
    }

    /// How a task of a checkpoint is called: `shop (after), task 6 python3`.
    static String about(Checkpoint checkpoint, Task task) {
        return "%s, task %s %s".formatted(checkpoint.title(), task.pid(), task.comm());
    }

    /// A question about one task, answered in a moment.
    static <R> Question<R> ofTask(
            Checkpoint checkpoint,
            Task task,
            String title,
            Callable<ResultTable<R>> answer,
            String ifEmpty) {
        record Subject(Checkpoint checkpoint, Pid task) {}
        return new Ask<>(
                new Subject(checkpoint, task.pid()),
                about(checkpoint, task),
                title,
                answer,
                ifEmpty);
    }

    /// What a view of one task says while none is selected.
    static <R> Question<R> withoutTask(BenchSelection selection, String what) {
        return selection
                .checkpoint()
                .get()
                .<Question<R>>map(
                        checkpoint ->
                                checkpoint.tasks().all().isEmpty()
                                        ? new Pointless<>(
                                                "The checkpoint lists no tasks, so there are no %s to see: pstree.img is missing, empty or damaged."
                                                        .formatted(what))
                                        : new Nothing<>(
                                                "Select a task to see its %s.".formatted(what)))
                .orElseGet(
                        () ->
                                new Nothing<>(
                                        "Open a checkpoint and select a task to see its %s."
                                                .formatted(what)));
    }
}
