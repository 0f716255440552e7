package org.icecore.views.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.content.PeerTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.FileIcons;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.Recast;
import org.icecore.views.result.ScopedQuestion;
import org.icecore.views.result.TaskColumn;
import org.icecore.workbench.command.MenuItem;

/// The ends of pipes, sockets and pseudo terminals with who holds the other one. Enter steps there, and back.
public final class PeersView {
    /// Its id.
    public static final String ID = "peers";

    private final KernelDesk desk;
    private Optional<QuestionView<PeerTable.Row>> view = Optional.empty();

    private PeersView(KernelDesk desk) {
        this.desk = desk;
    }

    /// The view.
    public static QuestionView<PeerTable.Row> of(KernelDesk desk) {
        return new PeersView(desk).view();
    }

    private QuestionView<PeerTable.Row> view() {
        var made =
                question()
                        .view(
                                look(),
                                desk.sight(),
                                desk.ofAll(),
                                (_, ref) -> step(ref),
                                List.of(BenchCommands.ALL_TASKS, "-", BenchCommands.OTHER_END),
                                Map.of());
        view = Optional.of(made);
        return made;
    }

    private void step(ArtefactRef from) {
        desk.sight().selection().select(ID, from);
        desk.commands().execute(BenchCommands.OTHER_END);
    }

    static ScopedQuestion<PeerTable.Row> question() {
        return ScopedQuestion.of(
                "pipes, connections or terminals",
                PeersView::table,
                (row, task) -> row.task().pid().equals(task.pid()),
                "No task holds a pipe, a connected socket or a pseudo terminal.");
    }

    private static ResultTable<PeerTable.Row> table(Checkpoint checkpoint) {
        return Recast.column(
                TaskColumn.added(PeerTable.of(checkpoint), row -> Optional.of(row.task())),
                "peers",
                (row, cell) ->
                        row.peers().isEmpty()
                                ? row.outside().<Cell>map(Cell::text).orElse(cell)
                                : cell);
    }

    private GridLook<PeerTable.Row> look() {
        return GridLook.<PeerTable.Row>laidOut(
                        ID, "Peers", "pid 52, comm 130, fd 44, kind 84, target 400, peers 300")
                .withIcon("kind", row -> Optional.of(FileIcons.of(row.file())))
                .withInks(
                        Map.of(
                                "peers",
                                row ->
                                        row.peers().isEmpty()
                                                ? Optional.of("ink-muted")
                                                : Optional.empty()))
                .withContextMenu(
                        List.of(
                                MenuItem.invoke(BenchCommands.OTHER_END),
                                new MenuItem.Submenu("Other Ends", this::others),
                                MenuItem.separator()));
    }

    /// Each holder of the other end of the selected one.
    private List<MenuItem> others() {
        return view.flatMap(QuestionView::grid).stream()
                .flatMap(
                        grid ->
                                grid.selected().stream()
                                        .limit(1)
                                        .flatMap(
                                                row ->
                                                        row.peers().stream()
                                                                .map(
                                                                        peer ->
                                                                                item(
                                                                                        peer,
                                                                                        grid.table()
                                                                                                .ref(
                                                                                                        row)
                                                                                                .checkpoint()))))
                .toList();
    }

    private MenuItem item(DescriptorTable.Row peer, CheckpointId checkpoint) {
        return new MenuItem.Listed(
                "%s %s, fd %s"
                        .formatted(peer.task().pid(), peer.task().comm(), peer.descriptor().fd()),
                "peers",
                true,
                () ->
                        desk.sight()
                                .selection()
                                .select(
                                        OtherEnd.SOURCE,
                                        new ArtefactRef.OfDescriptor(
                                                checkpoint,
                                                peer.task().pid(),
                                                peer.descriptor().fd())));
    }
}
