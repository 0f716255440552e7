package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.OciMount;

/// The mounts that the OCI runtime specification asks for.
public final class OciMountTable {

    private OciMountTable() {}

    /// One row per mount, in the order of the specification.
    public static ResultTable<OciMount> of(Checkpoint checkpoint) {
        return new ResultTable<>(
                "ociMounts",
                "Mounts of the specification",
                COLUMNS,
                checkpoint.container().mounts(),
                _ -> checkpoint.ref(),
                _ -> Optional.empty(),
                ContainerGaps.specification(checkpoint));
    }

    private static final List<Column<OciMount>> COLUMNS =
            List.of(
                    Column.of(
                            "destination",
                            "Destination",
                            ColumnKind.CODE,
                            "Path in the container",
                            mount -> Cell.text(mount.destination())),
                    Column.text("type", "Type", "File system, or bind", OciMount::type),
                    Column.of(
                            "source",
                            "Source",
                            ColumnKind.CODE,
                            "Device, name, or path on the host",
                            mount -> Cell.text(mount.source())),
                    Column.of(
                            "options",
                            "Options",
                            ColumnKind.FLAGS,
                            "Mount options",
                            mount -> new Cell.Names(mount.options())));
}
