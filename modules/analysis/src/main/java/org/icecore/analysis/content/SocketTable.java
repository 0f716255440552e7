package org.icecore.analysis.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SocketOption;
import org.icecore.checkpoint.task.Task;

/// The sockets of all tasks; one row per descriptor that refers to one.
public final class SocketTable {

    private SocketTable() {}

    /// A socket, the descriptor it is held by and whose that is.
    ///
    /// @param received bytes the task had not read yet
    /// @param sent bytes the peer had not acknowledged yet
    public record Row(
            Task task, FileDescriptor descriptor, Socket socket, Cell received, Cell sent) {}

    /// One row per task and descriptor, in that order, with the options that are set.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var columns = Stream.concat(COLUMNS.stream(), OPTIONS.stream()).toList();
        return table(checkpoint, "sockets", "Sockets", columns, rows(checkpoint, _ -> true));
    }

    /// The same with what the kernel kept of connections.
    public static ResultTable<Row> detailed(Checkpoint checkpoint) {
        var columns = Stream.of(COLUMNS, OPTIONS, CONNECTION).flatMap(List::stream).toList();
        return table(checkpoint, "sockets", "Sockets", columns, rows(checkpoint, _ -> true));
    }

    /// What the kernel kept of those that are connections of TCP.
    public static ResultTable<Row> connections(Checkpoint checkpoint) {
        var ends = List.of("pid", "fd", "source", "destination");
        var columns =
                Stream.concat(
                                COLUMNS.stream().filter(column -> ends.contains(column.id())),
                                CONNECTION.stream())
                        .toList();
        return table(
                checkpoint,
                "connections",
                "TCP connections",
                columns,
                rows(
                        checkpoint,
                        socket ->
                                socket.file() instanceof OpenFile.InetSocket inet
                                        && inet.connection().flatMap(Observed::found).isPresent()));
    }

    /// What the kernel kept of one connection, wherever it is open.
    public static ResultTable<Socket> connection(Checkpoint checkpoint, Socket socket) {
        return new ResultTable<>(
                "connection",
                "TCP connection",
                ConnectionColumns.ALL,
                List.of(socket),
                row -> new ArtefactRef.OfOpenFile(checkpoint.id(), row.file().id()),
                row -> Optional.of(row.file().at()),
                Coverage.complete());
    }

    private static List<Row> rows(Checkpoint checkpoint, Predicate<Socket> wanted) {
        var queues = SocketQueues.of(checkpoint);
        return TaskRows.of(
                checkpoint.tasks().all(),
                task ->
                        DescriptorTable.rows(task).stream()
                                .flatMap(row -> row(row, wanted, queues).stream())
                                .toList());
    }

    private static Optional<Row> row(
            DescriptorTable.Row row, Predicate<Socket> wanted, SocketQueues queues) {
        return row.descriptor()
                .file()
                .found()
                .flatMap(Socket::of)
                .filter(wanted)
                .map(
                        socket ->
                                new Row(
                                        row.task(),
                                        row.descriptor(),
                                        socket,
                                        queues.received(socket),
                                        queues.sent(socket)));
    }

    private static ResultTable<Row> table(
            Checkpoint checkpoint,
            String id,
            String title,
            List<Column<Row>> columns,
            List<Row> rows) {
        return new ResultTable<>(
                id,
                title,
                columns,
                rows,
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.socket().file().at()),
                Gaps.ofOpenFiles(checkpoint.tasks().all(), "sockets"));
    }

    private static final List<Column<Row>> OPTIONS =
            List.of(
                    of(
                            "options",
                            "Options",
                            ColumnKind.FLAGS,
                            "Options of setsockopt that are set, but for the sizes of buffers",
                            socket -> options(socket.options().all())),
                    of(
                            "unrecorded",
                            "Options not recorded",
                            ColumnKind.FLAGS,
                            "Options of setsockopt that may be set: this release of CRIU wrote nothing of them",
                            socket -> new Cell.Names(socket.options().unrecorded())));

    private static Cell options(List<SocketOption> options) {
        return new Cell.Named(
                options.stream()
                        .map(option -> new Cell.Named.Entry(option.name(), value(option)))
                        .toList());
    }

    private static Cell value(SocketOption option) {
        return switch (option) {
            case SocketOption.Switch _ -> new Cell.Flag(true);
            case SocketOption.Count(_, var value) -> Cell.number(value);
            case SocketOption.Words(_, var value) -> Cell.text(value);
        };
    }

    private static final List<Column<Row>> CONNECTION =
            ConnectionColumns.ALL.stream()
                    .map(
                            column ->
                                    of(
                                            column.id(),
                                            column.title(),
                                            column.kind(),
                                            column.tooltip(),
                                            column::cell))
                    .toList();

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    KeyColumns.pid(Row::task),
                    KeyColumns.fd(Row::descriptor),
                    of(
                            "protocol",
                            "Protocol",
                            ColumnKind.TEXT,
                            "As /proc/net names it",
                            row -> Cell.text(row.protocol())),
                    of("type", "Type", ColumnKind.TEXT, "SOCK_* type", Socket::type),
                    of(
                            "state",
                            "State",
                            ColumnKind.TEXT,
                            "State of the socket, in the kernel's words",
                            Socket::state),
                    of(
                            "source",
                            "Source",
                            ColumnKind.CODE,
                            "Own address and port, or the name of a Unix socket",
                            Socket::source),
                    of(
                            "destination",
                            "Destination",
                            ColumnKind.CODE,
                            "Address and port of the peer, or its inode",
                            Socket::destination),
                    Column.of(
                            "receiveQueue",
                            "Receive queue",
                            ColumnKind.BYTES,
                            "Bytes the task had not read yet",
                            Row::received),
                    Column.of(
                            "sendQueue",
                            "Send queue",
                            ColumnKind.BYTES,
                            "Bytes the peer had not acknowledged yet",
                            Row::sent),
                    of(
                            "receiveBuffer",
                            "Receive buffer",
                            ColumnKind.BYTES,
                            "SO_RCVBUF",
                            socket -> new Cell.Bytes(socket.options().receiveBuffer())),
                    of(
                            "sendBuffer",
                            "Send buffer",
                            ColumnKind.BYTES,
                            "SO_SNDBUF",
                            socket -> new Cell.Bytes(socket.options().sendBuffer())),
                    of(
                            "inode",
                            "Inode",
                            ColumnKind.NUMBER,
                            "Inode number of the socket, as in socket:[N]",
                            Socket::inode));

    private static Column<Row> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<Socket, Cell> value) {
        return Column.of(id, title, kind, tooltip, row -> value.apply(row.socket()));
    }
}
