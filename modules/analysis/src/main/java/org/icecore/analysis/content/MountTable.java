package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.Mount;

/// The mounts as the kernel had them.
public final class MountTable {

    private MountTable() {}

    /// One row per mount of each mount namespace, in the order of the images.
    public static ResultTable<Mount> of(Checkpoint checkpoint) {
        return new ResultTable<>(
                "mounts",
                "Mounts",
                COLUMNS,
                checkpoint.mounts(),
                mount -> new ArtefactRef.OfMount(checkpoint.id(), mount.namespace(), mount.id()),
                mount -> Optional.of(mount.at()),
                checkpoint.mounts().isEmpty()
                        ? Coverage.without(List.of(absence(checkpoint)))
                        : Coverage.complete());
    }

    private static String absence(Checkpoint checkpoint) {
        return NamespaceOwners.allWithCriu(checkpoint, "mnt")
                ? "the checkpoint holds no mount table: its tasks shared the mount namespace with whoever took it,"
                        + " as a rule the host, and nothing of that is dumped"
                : checkpoint.archive().loss().explain("the checkpoint holds no mount table");
    }

    private static Cell fileSystemFlags(Mount mount) {
        return mount.fileSystemFlags().isPresent()
                ? new Cell.Names(MountFlags.names(mount.fileSystemFlags().getAsInt()))
                : Cell.notCaptured("this dump does not tell them from those of the mount");
    }

    private static final List<Column<Mount>> COLUMNS =
            List.of(
                    Column.number(
                            "namespace",
                            "Namespace",
                            "CRIU's id of the mount namespace",
                            Mount::namespace),
                    Column.number("id", "Id", "Mount id, as in /proc/PID/mountinfo", Mount::id),
                    Column.number(
                            "parent", "Parent", "Id of the mount it is mounted on", Mount::parent),
                    Column.of(
                            "mountPoint",
                            "Mount point",
                            ColumnKind.CODE,
                            "Path in the namespace",
                            mount -> Cell.text(mount.mountPoint())),
                    Column.of(
                            "type",
                            "Type",
                            ColumnKind.TEXT,
                            "File system",
                            mount -> Cell.of(mount.type(), Cell::text)),
                    Column.of(
                            "source",
                            "Source",
                            ColumnKind.CODE,
                            "Device or name that is mounted",
                            mount -> Cell.text(mount.source())),
                    Column.of(
                            "root",
                            "Root",
                            ColumnKind.CODE,
                            "Path within its own file system",
                            mount -> Cell.text(mount.root())),
                    Column.of(
                            "options",
                            "Options",
                            ColumnKind.CODE,
                            "Options of the file system",
                            mount ->
                                    mount.options().isEmpty()
                                            ? new Cell.Names(List.of())
                                            : Cell.text(mount.options())),
                    Column.of(
                            "flags",
                            "Flags",
                            ColumnKind.FLAGS,
                            "MS_* flags of the mount",
                            mount -> new Cell.Names(MountFlags.names(mount.flags()))),
                    Column.of(
                            "fileSystemFlags",
                            "File system",
                            ColumnKind.FLAGS,
                            "MS_* flags of the file system, which all its mounts share",
                            MountTable::fileSystemFlags),
                    Column.text(
                            "propagation",
                            "Propagation",
                            "Where mounts below it appear as well: shared with a group, received from a master",
                            Mount::propagation),
                    Column.of(
                            "sharedWithin",
                            "Shared within",
                            ColumnKind.FLAG,
                            "The group that it shares mounts with lies within the container alone",
                            mount ->
                                    mount.peerGroup().isPresent()
                                            ? new Cell.Flag(mount.sharedWithin())
                                            : Cell.notApplicable("it shares with no group")),
                    Column.of(
                            "byPlugin",
                            "By plugin",
                            ColumnKind.FLAG,
                            "A plugin of CRIU makes it again",
                            mount -> new Cell.Flag(mount.byPlugin())),
                    Column.of(
                            "removed",
                            "Removed",
                            ColumnKind.FLAG,
                            "The directory that is mounted had been removed",
                            mount -> new Cell.Flag(mount.removed())),
                    Column.of(
                            "external",
                            "External",
                            ColumnKind.CODE,
                            "Name by which the engine handed it in from outside",
                            mount ->
                                    mount.externalKey()
                                            .map(Cell::text)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "mounted within the container"))));
}
