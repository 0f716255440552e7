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
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.QueueSizes;
import org.icecore.checkpoint.task.Task;

/// The sockets of all tasks; one row per descriptor that refers to one.
public final class SocketTable {

    private SocketTable() {}

    /// A socket, the descriptor it is held by and whose that is.
    public record Row(Task task, FileDescriptor descriptor, Socket socket) {}

    /// One row per task and descriptor, in that order.
    public static ResultTable<Row> of(Checkpoint checkpoint) {
        var tasks = checkpoint.tasks().all();
        var rows =
                DescriptorTable.rows(tasks).stream()
                        .flatMap(
                                row ->
                                        row.descriptor().file().found().flatMap(Socket::of).stream()
                                                .map(
                                                        socket ->
                                                                new Row(
                                                                        row.task(),
                                                                        row.descriptor(),
                                                                        socket)))
                        .toList();
        return new ResultTable<>(
                "sockets",
                "Sockets",
                COLUMNS,
                rows,
                row ->
                        new ArtefactRef.OfDescriptor(
                                checkpoint.id(), row.task().pid(), row.descriptor().fd()),
                row -> Optional.of(row.socket().file().at()),
                Gaps.ofTasks(tasks, "sockets", Task::descriptors));
    }

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.number(
                            "pid",
                            "Pid",
                            "Process id of the task",
                            row -> row.task().pid().value()),
                    Column.number(
                            "fd",
                            "Fd",
                            "Number of the descriptor",
                            row -> row.descriptor().fd().value()),
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
                    of(
                            "receiveQueue",
                            "Receive queue",
                            ColumnKind.BYTES,
                            "Bytes the task had not read yet",
                            socket -> socket.queue(QueueSizes::received)),
                    of(
                            "sendQueue",
                            "Send queue",
                            ColumnKind.BYTES,
                            "Bytes the peer had not acknowledged yet",
                            socket -> socket.queue(QueueSizes::sent)),
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
