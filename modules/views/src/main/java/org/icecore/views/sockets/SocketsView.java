package org.icecore.views.sockets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.SocketTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.Question;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.TableServices;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.table.Mark;

/// The sockets of all tasks, or of the selected one. Enter goes to the open file behind the descriptor.
public final class SocketsView {
    /// Its id.
    public static final String ID = "sockets";
    /// The command that changes between all tasks and the selected one.
    public static final String TOGGLE_ALL = "sockets.of-all-tasks";

    private SocketsView() {}

    /// The view.
    ///
    /// @param ofAll whether the sockets of all tasks are wanted
    public static QuestionView<SocketTable.Row> of(
            BenchSelection selection,
            BooleanProperty ofAll,
            ObservableValue<Function<ArtefactRef, Mark>> marks,
            TableServices services,
            Jobs jobs) {
        return new QuestionView<>(
                new QuestionView.Part<>(
                        look(),
                        question(selection, ofAll),
                        marks,
                        selection.ref(),
                        refs -> selection.select(ID, refs),
                        (row, ref) ->
                                selection.select(
                                        ID,
                                        new ArtefactRef.OfOpenFile(
                                                ref.checkpoint(), row.descriptor().id())),
                        List.of(TOGGLE_ALL),
                        services,
                        jobs));
    }

    static ObservableValue<Question<SocketTable.Row>> question(
            BenchSelection selection, ObservableValue<Boolean> ofAll) {
        return Bindings.createObjectBinding(
                () ->
                        selection
                                .checkpoint()
                                .get()
                                .map(
                                        checkpoint ->
                                                ofAll.getValue()
                                                        ? ask(checkpoint, Optional.empty())
                                                        : selection
                                                                .task()
                                                                .get()
                                                                .map(
                                                                        task ->
                                                                                ask(
                                                                                        checkpoint,
                                                                                        Optional.of(
                                                                                                task)))
                                                                .orElseGet(
                                                                        () ->
                                                                                new Question
                                                                                        .Nothing<>(
                                                                                        "Select a task to see its sockets.")))
                                .orElseGet(
                                        () ->
                                                new Question.Nothing<>(
                                                        "Open a checkpoint to see its sockets.")),
                selection.checkpoint(),
                selection.task(),
                ofAll);
    }

    private static Question<SocketTable.Row> ask(Checkpoint checkpoint, Optional<Task> task) {
        record Subject(Checkpoint checkpoint, Optional<Pid> pid) {}
        var pid = task.map(Task::pid);
        return new Question.Ask<>(
                new Subject(checkpoint, pid),
                task.map(one -> Question.about(checkpoint, one)).orElseGet(checkpoint::title),
                "reading the sockets of " + checkpoint.id(),
                () -> {
                    var all = SocketTable.of(checkpoint);
                    return pid.map(wanted -> all.where(row -> row.task().pid().equals(wanted)))
                            .orElse(all);
                },
                pid.map("Task %s has no sockets."::formatted).orElse("No task has a socket."));
    }

    private static GridLook<SocketTable.Row> look() {
        return GridLook.<SocketTable.Row>of(
                        ID,
                        "Sockets",
                        List.of(
                                "pid",
                                "fd",
                                "protocol",
                                "type",
                                "state",
                                "source",
                                "destination",
                                "receiveQueue",
                                "sendQueue",
                                "inode"))
                .withWidths(
                        Map.of(
                                "pid",
                                52,
                                "fd",
                                44,
                                "protocol",
                                92,
                                "type",
                                76,
                                "state",
                                116,
                                "source",
                                210,
                                "destination",
                                210,
                                "receiveQueue",
                                112,
                                "sendQueue",
                                100,
                                "inode",
                                84))
                .withIcon("protocol", row -> Optional.of(FileIcons.of(row.socket().file())));
    }
}
