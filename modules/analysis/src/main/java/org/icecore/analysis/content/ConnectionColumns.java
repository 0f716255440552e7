package org.icecore.analysis.content;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.checkpoint.file.TcpConnection;

/// What the kernel kept of a connection of TCP: sequence numbers, windows, and what both sides agreed on.
final class ConnectionColumns {

    private ConnectionColumns() {}

    static final List<Column<Socket>> ALL =
            List.of(
                    of(
                            "receiveSequence",
                            "Receive sequence",
                            ColumnKind.NUMBER,
                            "Sequence number of the next byte expected from the peer",
                            tcp -> Cell.number(tcp.nextReceived())),
                    of(
                            "sendSequence",
                            "Send sequence",
                            ColumnKind.NUMBER,
                            "Sequence number of the next byte that the task writes",
                            tcp -> Cell.number(tcp.nextSent())),
                    of(
                            "unacknowledged",
                            "Unacknowledged",
                            ColumnKind.NUMBER,
                            "Sequence number of the first byte that the peer has not acknowledged",
                            tcp -> Cell.number(tcp.firstUnacknowledged())),
                    of(
                            "unsent",
                            "Unsent",
                            ColumnKind.BYTES,
                            "Bytes at the end of the send queue that never left",
                            tcp -> bytes(tcp.unsent())),
                    of(
                            "ownWindow",
                            "Own window",
                            ColumnKind.NUMBER,
                            "Bytes that this side was ready to receive",
                            tcp -> count(tcp.ownWindow())),
                    of(
                            "peerWindow",
                            "Peer's window",
                            ColumnKind.NUMBER,
                            "Bytes that the peer was ready to receive",
                            tcp -> count(tcp.peerWindow())),
                    of(
                            "largestWindow",
                            "Peer's largest",
                            ColumnKind.NUMBER,
                            "Bytes of the largest window that the peer ever offered",
                            tcp -> count(tcp.largestPeerWindow())),
                    of(
                            "ownScale",
                            "Own scale",
                            ColumnKind.NUMBER,
                            "Bits that own windows are shifted by",
                            tcp -> scale(tcp.ownScale())),
                    of(
                            "peerScale",
                            "Peer's scale",
                            ColumnKind.NUMBER,
                            "Bits that the peer's windows are shifted by",
                            tcp -> scale(tcp.peerScale())),
                    of(
                            "timestamp",
                            "Timestamp",
                            ColumnKind.NUMBER,
                            "Reading of the own clock that marks segments (TCP timestamps)",
                            tcp ->
                                    tcp.timestamp().isPresent()
                                            ? Cell.number(tcp.timestamp().getAsLong())
                                            : timestamp(tcp)),
                    of(
                            "segment",
                            "MSS",
                            ColumnKind.NUMBER,
                            "Maximum segment size agreed on, bytes",
                            tcp -> Cell.number(tcp.segment())),
                    of(
                            "agreed",
                            "TCP options",
                            ColumnKind.FLAGS,
                            "What both sides agreed on when they connected",
                            tcp -> new Cell.Names(tcp.agreed())));

    private static Cell timestamp(TcpConnection tcp) {
        return tcp.agreed().contains("timestamps")
                ? Cell.notCaptured("the image of the connection does not say")
                : Cell.notApplicable("segments bear no timestamps");
    }

    private static Cell scale(OptionalLong bits) {
        return bits.isPresent()
                ? Cell.number(bits.getAsLong())
                : Cell.notApplicable("windows are not scaled");
    }

    private static Cell bytes(OptionalLong bytes) {
        return told(bytes, Cell.Bytes::new);
    }

    /// Exact, as whoever compares windows with what was captured on the wire needs it.
    private static Cell count(OptionalLong bytes) {
        return told(bytes, Cell::number);
    }

    private static Cell told(OptionalLong value, LongFunction<Cell> form) {
        return value.isPresent()
                ? form.apply(value.getAsLong())
                : Cell.notCaptured("the image of the connection does not say");
    }

    private static Column<Socket> of(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<TcpConnection, Cell> value) {
        return Column.of(id, title, kind, tooltip, socket -> socket.connection(value));
    }
}
