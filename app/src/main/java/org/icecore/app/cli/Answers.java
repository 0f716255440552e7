package org.icecore.app.cli;

import java.util.Optional;
import org.icecore.analysis.content.CredentialTable;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.content.EnvironmentTable;
import org.icecore.analysis.content.InterfaceTable;
import org.icecore.analysis.content.LimitTable;
import org.icecore.analysis.content.MappingTable;
import org.icecore.analysis.content.MemberTable;
import org.icecore.analysis.content.MountTable;
import org.icecore.analysis.content.NamespaceSettingsTable;
import org.icecore.analysis.content.NamespaceTable;
import org.icecore.analysis.content.OciMountTable;
import org.icecore.analysis.content.OverviewTable;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.analysis.content.RegisterTable;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.content.SocketTable;
import org.icecore.analysis.content.TaskTable;
import org.icecore.analysis.content.ThreadTable;
import org.icecore.analysis.content.TmpfsTable;
import org.icecore.analysis.content.TrackedConnectionTable;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Progress;

/// The tables that `inspect` can show, narrowed to one task where one is wanted.
record Answers(Checkpoint checkpoint, Optional<Pid> only) {

    private boolean wanted(Pid pid) {
        return only.isEmpty() || only.get().equals(pid);
    }

    ResultTable<?> metadata(UnknownContent unknown) {
        return WholeContainer.unless(only, OverviewTable.of(checkpoint, unknown));
    }

    ResultTable<?> statistics() {
        var statistics =
                OverviewTable.of(checkpoint).where(fact -> fact.group().equals("statistics"));
        return WholeContainer.unless(
                only,
                new ResultTable<>(
                        "statistics",
                        "Statistics of the dump",
                        statistics.columns(),
                        statistics.rows(),
                        statistics.subject(),
                        statistics.source(),
                        statistics.coverage()));
    }

    ResultTable<?> tasks() {
        return TaskTable.of(checkpoint).where(task -> wanted(task.pid()));
    }

    ResultTable<?> threads() {
        return ThreadTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    ResultTable<?> registers() {
        return RegisterTable.of(checkpoint).where(row -> wanted(row.thread().task().pid()));
    }

    ResultTable<?> credentials() {
        return CredentialTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    ResultTable<?> namespaces() {
        return NamespaceTable.of(checkpoint).where(row -> wanted(row.pid()));
    }

    ResultTable<?> limits() {
        return LimitTable.of(checkpoint).where(row -> wanted(row.pid()));
    }

    ResultTable<?> environment() {
        return EnvironmentTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    ResultTable<?> mappings() {
        return MappingTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    ResultTable<?> files() {
        return DescriptorTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    ResultTable<?> places() {
        return PlaceTable.of(checkpoint).where(task -> wanted(task.pid()));
    }

    ResultTable<?> sockets() {
        return SocketTable.of(checkpoint).where(row -> wanted(row.task().pid()));
    }

    /// What the kernel kept of those sockets that are connections.
    ResultTable<?> connections() {
        return SocketTable.connections(checkpoint).where(row -> wanted(row.task().pid()));
    }

    /// As the kernel had them.
    ResultTable<?> mounts() {
        return WholeContainer.unless(only, MountTable.of(checkpoint));
    }

    /// As the specification asks for.
    ResultTable<?> wantedMounts() {
        return WholeContainer.unless(only, OciMountTable.of(checkpoint));
    }

    ResultTable<?> network() {
        return WholeContainer.unless(only, InterfaceTable.of(checkpoint));
    }

    /// Of networks alone.
    ResultTable<?> networkSettings() {
        return WholeContainer.unless(only, NamespaceSettingsTable.ofNetworks(checkpoint));
    }

    ResultTable<?> trackedConnections() {
        return WholeContainer.unless(only, TrackedConnectionTable.of(checkpoint));
    }

    ResultTable<?> rootfs() {
        return WholeContainer.unless(only, RootfsTable.of(checkpoint));
    }

    ResultTable<?> recovered() {
        return WholeContainer.unless(only, RecoveredFileTable.withDigests(checkpoint));
    }

    ResultTable<?> tmpfs() {
        return WholeContainer.unless(only, TmpfsTable.of(checkpoint, Progress.unwatched()));
    }

    ResultTable<?> volumes() {
        return WholeContainer.unless(only, TmpfsTable.volumes(checkpoint, Progress.unwatched()));
    }

    ResultTable<?> members(UnknownContent unknown) {
        return WholeContainer.unless(only, MemberTable.of(checkpoint, unknown));
    }
}
