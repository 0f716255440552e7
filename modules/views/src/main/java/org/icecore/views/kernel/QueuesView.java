package org.icecore.views.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.icecore.analysis.content.QueueTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.content.StoredFile;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.evidence.ByteRange;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.desk.DeskCommands;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.hex.model.HexCopy;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ScopedQuestion;
import org.icecore.workbench.command.MenuItem;

/// What was written and not read yet. Enter shows the bytes where they lie in the evidence.
public final class QueuesView {
    /// Its id.
    public static final String ID = "queues";

    private QueuesView() {}

    /// The view.
    public static QuestionView<QueueTable.Row> of(KernelDesk desk) {
        return question()
                .view(
                        look(),
                        desk.sight(),
                        desk.ofAll(),
                        (row, ref) ->
                                desk.sight()
                                        .services()
                                        .reveal()
                                        .showBytes(ref.checkpoint(), row.data().at()),
                        List.of(
                                BenchCommands.ALL_TASKS,
                                "-",
                                BenchCommands.REVEAL_IN_IMAGE,
                                DeskCommands.COPY_TEXT,
                                StoredFileCommands.SAVE),
                        deeds(desk));
    }

    /// Of a task: what it would read.
    static ScopedQuestion<QueueTable.Row> question() {
        return ScopedQuestion.of(
                "bytes that wait to be read",
                QueueTable::of,
                (row, task) ->
                        row.holders().stream()
                                .anyMatch(holder -> holder.task().pid().equals(task.pid())),
                "Nothing waits in a pipe, a socket, a terminal or a message queue.");
    }

    private static Map<String, BiConsumer<QueueTable.Row, ArtefactRef>> deeds(KernelDesk desk) {
        var files = desk.files();
        return Map.of(
                DeskCommands.COPY_TEXT,
                (row, _) -> files.copy(content(row.data()), HexCopy.Format.TEXT),
                DeskCommands.COPY_HEX,
                (row, _) -> files.copy(content(row.data()), HexCopy.Format.HEX),
                StoredFileCommands.SAVE,
                (row, ref) -> files.save(ref.checkpoint(), content(row.data())));
    }

    /// What waits, as a file that can be copied and saved.
    static StoredFile content(QueuedData data) {
        var all = new ByteRange(0, data.content().size());
        return new StoredFile(
                "%s %d-%d"
                        .formatted(data.kind().label(), data.key(), data.index())
                        .replace(' ', '-'),
                data.content(),
                all.length() == 0
                        ? List.of()
                        : List.of(
                                new StoredFile.Part(
                                        all,
                                        new Origin.Captured(data.at(), Origin.Store.PRIVATE))));
    }

    private static GridLook<QueueTable.Row> look() {
        return GridLook.<QueueTable.Row>laidOut(
                        ID,
                        "Queues",
                        "kind 142, queue 132, index 56, size 76, content 380, readers 220, type 60, passed 120")
                .withIcon("kind", row -> Optional.of(icon(row.data())))
                .withTasks(
                        row -> row.holders().stream().map(holder -> holder.task().pid()).toList())
                .withContextMenu(
                        MenuItem.list(
                                DeskCommands.COPY_TEXT,
                                DeskCommands.COPY_HEX,
                                StoredFileCommands.SAVE,
                                "-"));
    }

    private static String icon(QueuedData data) {
        return switch (data.kind()) {
            case PIPE -> "pipe";
            case FIFO -> "fifo";
            case UNIX -> "unix-socket";
            case TCP_RECEIVED, TCP_SENT -> "socket";
            case TERMINAL -> "tty";
            case MESSAGES -> "ipc";
        };
    }
}
