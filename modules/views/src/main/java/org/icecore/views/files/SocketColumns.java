package org.icecore.views.files;

import java.util.ArrayList;
import java.util.function.Function;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.file.OpenFile;

/// What a reader of open files wants to know of the sockets among them.
final class SocketColumns {
    private SocketColumns() {}

    /// The same table with the columns `state` and `protocol`; the state is then left out of `target`.
    static ResultTable<DescriptorTable.Row> added(ResultTable<DescriptorTable.Row> table) {
        var columns = new ArrayList<Column<DescriptorTable.Row>>();
        table.columns()
                .forEach(
                        column ->
                                columns.add(
                                        column.id().equals("target")
                                                ? Column.of(
                                                        column.id(),
                                                        column.title(),
                                                        column.kind(),
                                                        column.tooltip(),
                                                        row ->
                                                                Cell.of(
                                                                        row.descriptor().file(),
                                                                        SocketColumns::target))
                                                : column));
        columns.add(of("state", "State", "State of a socket", SocketColumns::state));
        columns.add(
                of(
                        "protocol",
                        "Protocol",
                        "Protocol and type of a socket",
                        SocketColumns::protocol));
        return table.withColumns(columns);
    }

    private static Column<DescriptorTable.Row> of(
            String id, String title, String tooltip, Function<OpenFile, Cell> value) {
        return Column.of(
                id,
                title,
                ColumnKind.TEXT,
                tooltip,
                row -> Cell.of(row.descriptor().file(), value));
    }

    static Cell target(OpenFile file) {
        var target = file.target();
        return Cell.text(
                state(file) instanceof Cell.Text(var state) && target.endsWith(" " + state)
                        ? target.substring(0, target.length() - state.length() - 1)
                        : target);
    }

    static Cell state(OpenFile file) {
        return switch (file) {
            case OpenFile.InetSocket inet -> Cell.text(inet.state().toString());
            case OpenFile.UnixSocket unix -> Cell.text(unix.state().toString());
            case OpenFile.NetlinkSocket netlink -> Cell.text(netlink.state().toString());
            default -> noSocket(file);
        };
    }

    static Cell protocol(OpenFile file) {
        return switch (file) {
            case OpenFile.InetSocket inet ->
                    Cell.text("%s %s".formatted(inet.protocolName(), inet.type()));
            case OpenFile.UnixSocket unix -> Cell.text("unix " + unix.type());
            case OpenFile.NetlinkSocket netlink -> Cell.text("netlink " + netlink.protocol());
            case OpenFile.PacketSocket packet ->
                    Cell.text("packet 0x%04x".formatted(packet.protocol()));
            default -> noSocket(file);
        };
    }

    private static Cell noSocket(OpenFile file) {
        return Cell.notApplicable(file.kind() + " is not a socket");
    }
}
