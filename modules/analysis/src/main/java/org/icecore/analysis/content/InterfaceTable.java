package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.NetworkInterface;
import org.icecore.checkpoint.namespace.NamespaceSettings;

/// The network interfaces as the engine set them up, and as the kernel had them.
public final class InterfaceTable {

    private static final String NO_ENGINE = "the engine recorded nothing of this interface";
    private static final String NO_IMAGE = "no image of the interface is in the checkpoint";

    private InterfaceTable() {}

    /// An interface.
    ///
    /// @param engine what the engine recorded of it
    /// @param kernel what its image says
    /// @param index in its namespace, where an image tells it
    /// @param addresses with prefix length, of both
    /// @param gateways of both
    public record Row(
            Optional<NetworkInterface> engine,
            Optional<NamespaceSettings.Interface> kernel,
            Optional<InterfaceRows.Place> index,
            List<String> addresses,
            List<String> gateways) {

        public Row {
            addresses = List.copyOf(addresses);
            gateways = List.copyOf(gateways);
        }

        /// Name in the container; of one that only addresses tell of, `interface 4`.
        public String name() {
            return engine.map(NetworkInterface::name)
                    .or(() -> kernel.map(NamespaceSettings.Interface::name))
                    .orElseGet(
                            () -> "interface " + index.map(InterfaceRows.Place::index).orElse(0L));
        }

        /// Hardware address; both where the kernel had another than the engine recorded.
        Optional<String> mac() {
            var recorded = engine.flatMap(NetworkInterface::mac);
            var had = kernel.flatMap(NamespaceSettings.Interface::address);
            return had.map(
                            address ->
                                    recorded.filter(other -> !other.equalsIgnoreCase(address))
                                            .map(InterfaceRows::ofEngineAlone)
                                            .map(other -> address + ", " + other)
                                            .orElse(address))
                    .or(() -> recorded);
        }
    }

    /// One row per interface: those of the engine first, then the others in the order of the images.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var rows = InterfaceRows.of(checkpoint);
        return new ResultTable<>(
                "interfaces",
                "Network interfaces",
                COLUMNS,
                rows,
                row ->
                        row.kernel()
                                .<ArtefactRef>map(
                                        device ->
                                                new ArtefactRef.OfMember(
                                                        checkpoint.id(), device.at().member()))
                                .orElse(checkpoint.ref()),
                row -> row.kernel().map(NamespaceSettings.Interface::at),
                ContainerGaps.network(checkpoint, rows));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    ofEngine(
                            "network",
                            "Network",
                            "Name of the engine's network",
                            item -> Cell.text(item.network())),
                    Column.of(
                            "name",
                            "Interface",
                            ColumnKind.CODE,
                            "Name in the container",
                            row -> Cell.text(row.name())),
                    Column.of(
                            "addresses",
                            "Addresses",
                            ColumnKind.FLAGS,
                            "With prefix length",
                            row -> new Cell.Names(row.addresses())),
                    Column.of(
                            "gateway",
                            "Gateway",
                            ColumnKind.CODE,
                            "Default gateway",
                            row ->
                                    row.gateways().isEmpty()
                                            ? Cell.notCaptured(
                                                    "neither the engine nor an image of routes tells of a gateway")
                                            : Cell.text(String.join(", ", row.gateways()))),
                    Column.of(
                            "mac",
                            "MAC",
                            ColumnKind.CODE,
                            "Hardware address",
                            row ->
                                    Cell.ofText(
                                            row.mac(),
                                            "neither the engine nor an image recorded a hardware address")),
                    ofKernel(
                            "kind",
                            "Kind",
                            ColumnKind.TEXT,
                            "Kind of interface",
                            device -> Cell.text(device.type())),
                    Column.of(
                            "namespace",
                            "Namespace",
                            ColumnKind.NUMBER,
                            "CRIU's id of the network namespace",
                            row ->
                                    Cell.of(
                                            row.index(),
                                            NO_IMAGE,
                                            place -> Cell.number(place.namespace()))),
                    Column.of(
                            "index",
                            "Index",
                            ColumnKind.NUMBER,
                            "Index of the interface in its namespace",
                            row ->
                                    Cell.of(
                                            row.index(),
                                            NO_IMAGE,
                                            place -> Cell.number(place.index()))),
                    ofKernel(
                            "mtu",
                            "MTU",
                            ColumnKind.NUMBER,
                            "Largest packet, bytes",
                            device -> Cell.number(device.mtu())),
                    ofKernel(
                            "flags",
                            "Flags",
                            ColumnKind.FLAGS,
                            "IFF_* flags",
                            device -> new Cell.Names(device.flagNames())),
                    ofKernel(
                            "links",
                            "Links",
                            ColumnKind.FLAGS,
                            "The other end of a pair, the bridge it belongs to, what it lies on and how, who may attach to a tunnel",
                            device -> new Cell.Names(device.links())));

    private static Column<Row> ofEngine(
            String id, String title, String tooltip, Function<NetworkInterface, Cell> value) {
        return Column.of(
                id,
                title,
                ColumnKind.TEXT,
                tooltip,
                row -> Cell.of(row.engine(), NO_ENGINE, value));
    }

    private static Column<Row> ofKernel(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<NamespaceSettings.Interface, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> Cell.of(row.kernel(), NO_IMAGE, value));
    }
}
