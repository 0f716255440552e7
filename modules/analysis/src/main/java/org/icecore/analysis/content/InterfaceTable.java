package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.NetworkInterface;

/// The network interfaces as the engine set them up.
public final class InterfaceTable {

    private InterfaceTable() {}

    /// One row per interface.
    public static ResultTable<NetworkInterface> of(Checkpoint checkpoint) {
        return new ResultTable<>(
                "interfaces",
                "Network interfaces",
                COLUMNS,
                checkpoint.container().interfaces(),
                _ -> checkpoint.ref(),
                _ -> Optional.empty(),
                ContainerGaps.network(checkpoint));
    }

    private static final List<Column<NetworkInterface>> COLUMNS =
            List.of(
                    Column.text(
                            "network",
                            "Network",
                            "Name of the engine's network",
                            NetworkInterface::network),
                    Column.of(
                            "name",
                            "Interface",
                            ColumnKind.CODE,
                            "Name in the container",
                            item -> Cell.text(item.name())),
                    Column.of(
                            "addresses",
                            "Addresses",
                            ColumnKind.FLAGS,
                            "With prefix length",
                            item -> new Cell.Names(item.addresses())),
                    Column.of(
                            "gateway",
                            "Gateway",
                            ColumnKind.CODE,
                            "Default gateway",
                            item -> Cell.ofText(item.gateway(), "the engine recorded no gateway")),
                    Column.of(
                            "mac",
                            "MAC",
                            ColumnKind.CODE,
                            "Hardware address",
                            item ->
                                    Cell.ofText(
                                            item.mac(),
                                            "the engine recorded no hardware address")));
}
