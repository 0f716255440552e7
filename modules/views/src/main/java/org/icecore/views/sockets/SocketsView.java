package org.icecore.views.sockets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.SocketTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ScopedQuestion;
import org.icecore.workbench.command.MenuItem;

/// The sockets of all tasks, or of the selected one. Enter goes to the open file behind the descriptor.
public final class SocketsView {
    /// Its id.
    public static final String ID = "sockets";

    private SocketsView() {}

    /// The view.
    ///
    /// @param ofAll whether the sockets of all tasks are wanted
    public static QuestionView<SocketTable.Row> of(
            CheckpointQuestion.Sight sight, ObservableValue<Boolean> ofAll) {
        return question()
                .view(
                        look(),
                        sight,
                        ofAll,
                        (row, ref) ->
                                sight.selection()
                                        .select(
                                                ID,
                                                new ArtefactRef.OfOpenFile(
                                                        ref.checkpoint(), row.descriptor().id())),
                        List.of(BenchCommands.ALL_TASKS),
                        Map.of());
    }

    static ScopedQuestion<SocketTable.Row> question() {
        return ScopedQuestion.of(
                "sockets",
                SocketTable::detailed,
                (row, task) -> row.task().pid().equals(task.pid()),
                "No task has a socket.");
    }

    private static GridLook<SocketTable.Row> look() {
        return GridLook.<SocketTable.Row>laidOut(
                        ID,
                        "Sockets",
                        "pid 52, fd 44, protocol 92, type 76, state 116, source 210, destination 210, receiveQueue 112,"
                                + " sendQueue 100, inode 84, options 230, unrecorded 160, receiveBuffer 116, sendBuffer 100,"
                                + " receiveSequence 132, sendSequence 116, unacknowledged 124, unsent 70, ownWindow 96,"
                                + " peerWindow 104, timestamp 96, segment 64, agreed 220")
                .withOnDemand(
                        Set.of(
                                "unrecorded",
                                "receiveBuffer",
                                "sendBuffer",
                                "receiveSequence",
                                "sendSequence",
                                "unacknowledged",
                                "unsent",
                                "ownWindow",
                                "peerWindow",
                                "timestamp",
                                "segment",
                                "agreed"))
                .withIcon("protocol", row -> Optional.of(FileIcons.of(row.socket().file())))
                .withContextMenu(MenuItem.list(BenchCommands.OTHER_END));
    }
}
