package org.icecore.views.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.icecore.analysis.content.IpcTable;
import org.icecore.analysis.content.NamespaceSettingsTable;
import org.icecore.analysis.content.TerminalTable;
import org.icecore.analysis.content.TrackedConnectionTable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.Terminal;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// The views whose rows belong to no task: they are of the container as a whole. Enter shows the bytes that say it.
///
/// @param desk what they work with
public record ContainerStateViews(KernelDesk desk) {
    public static final String IPC = "ipc";
    public static final String CGROUPS = "cgroups";
    public static final String TERMINALS = "terminals";
    public static final String NAMESPACE_SETTINGS = "namespace-settings";
    public static final String TRACKED_CONNECTIONS = "tracked-connections";

    /// System V objects. Enter shows the content of a segment.
    public QuestionView<IpcTable.Row> ipc() {
        return view(
                "System V objects",
                IpcTable::of,
                "The IPC namespaces of the checkpoint hold no System V object.",
                GridLook.<IpcTable.Row>laidOut(
                                IPC,
                                "IPC",
                                "kind 140, id 56, key 112, size 84, content 230, tasks 240, permissions 100, uid 56,"
                                        + " gid 56, creatorUid 92, namespace 90")
                        .withIcon("kind", row -> Optional.of(icon(row.object())))
                        .withContextMenu(
                                MenuItem.list(
                                        StoredFileCommands.OPEN,
                                        StoredFileCommands.COPY_DIGEST,
                                        StoredFileCommands.SAVE,
                                        "-")),
                this::open);
    }

    private static String icon(IpcObject object) {
        return switch (object) {
            case IpcObject.SharedMemory _ -> "mapping-shared";
            case IpcObject.Semaphores _ -> "lock";
            case IpcObject.MessageQueue _ -> "queue";
        };
    }

    private void open(IpcTable.Row row, ArtefactRef ref) {
        if (row.object() instanceof IpcObject.SharedMemory memory && memory.pagemap().isPresent()) {
            desk.files().open(ref);
        } else if (row.object() instanceof IpcObject.SharedMemory memory) {
            desk.sight().services().reveal().showBytes(ref.checkpoint(), memory.content());
        } else {
            reveal(row, ref);
        }
    }

    /// Control groups, below each what its files said.
    public QuestionView<GroupRow> cgroups() {
        return view(
                "control groups",
                GroupTree::of,
                "The checkpoint names no control group.",
                GridLook.<GroupRow>laidOut(
                                CGROUPS,
                                "Control Groups",
                                "name 240, value 430, count 72, threads 240, hidden 72")
                        .withIcon("name", row -> Optional.of(icon(row)))
                        .withTree(table -> GroupTree.tree(table.rows())),
                this::reveal);
    }

    private static String icon(GroupRow row) {
        return switch (row) {
            case GroupRow.Group _ -> "cgroup";
            case GroupRow.Setting _ -> "file";
        };
    }

    /// Terminals, and the ends of pseudo terminals.
    public QuestionView<Terminal> terminals() {
        return view(
                "terminals",
                TerminalTable::of,
                "No task has a terminal open.",
                GridLook.<Terminal>laidOut(
                                TERMINALS,
                                "Terminals",
                                "type 110, index 60, leader 140, foreground 160, holders 160, session 76, group 140, size 80,"
                                        + " echo 56, lines 92, uid 56, exclusive 84, id 52")
                        .withIcon("type", _ -> Optional.of("tty")),
                this::reveal);
    }

    /// Maps of ids, clocks, limits, interfaces, routes and firewalls of namespaces.
    public QuestionView<NamespaceSettingsTable.Row> namespaceSettings() {
        return view(
                "settings of namespaces",
                NamespaceSettingsTable::of,
                "The checkpoint records no setting of a namespace.",
                GridLook.<NamespaceSettingsTable.Row>laidOut(
                                NAMESPACE_SETTINGS,
                                "Namespace Settings",
                                "kind 90, id 56, name 220, value 640")
                        .withIcon("kind", _ -> Optional.of("namespace")),
                this::reveal);
    }

    /// What the kernel tracked for a firewall.
    public QuestionView<NetworkFact> trackedConnections() {
        return view(
                "tracked connections",
                TrackedConnectionTable::of,
                "The kernel tracked no connection in the network namespaces of the checkpoint.",
                GridLook.<NetworkFact>laidOut(
                                TRACKED_CONNECTIONS,
                                "Tracked Connections",
                                "protocol 84, source 140, sourcePort 92, destination 140, destinationPort 110, state 110,"
                                        + " status 260, packets 76, bytes 84, replyPackets 96, replyBytes 96, started 200,"
                                        + " timeout 76, replySource 140, replySourcePort 110, icmp 140, firewallMark 64, helper 76,"
                                        + " namespace 90, kind 84")
                        .withIcon("protocol", _ -> Optional.of("network")),
                this::reveal);
    }

    private void reveal(Object row, ArtefactRef ref) {
        desk.commands().execute(BenchCommands.REVEAL_IN_IMAGE);
    }

    private <R> QuestionView<R> view(
            String what,
            Function<Checkpoint, ResultTable<R>> table,
            String ifEmpty,
            GridLook<R> look,
            BiConsumer<R, ArtefactRef> onOpen) {
        return new CheckpointQuestion<>(what, table, ifEmpty)
                .view(look, desk.sight(), onOpen, List.of(BenchCommands.REVEAL_IN_IMAGE));
    }
}
