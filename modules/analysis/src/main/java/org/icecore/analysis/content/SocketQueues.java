package org.icecore.analysis.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.table.Absence;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.TcpConnection;
import org.icecore.checkpoint.queue.QueueKind;
import org.icecore.evidence.Defect;

/// How many bytes wait in the sockets of a checkpoint. Those of TCP lie with the connection; those of Unix sockets as packets in
/// an image of their own, which CRIU writes only if some wait; those of other sockets CRIU leaves out.
public final class SocketQueues {

    private final Map<FileId, Long> waiting;
    private final Optional<String> gap;

    private SocketQueues(Map<FileId, Long> waiting, Optional<String> gap) {
        this.waiting = waiting;
        this.gap = gap;
    }

    /// Those of `checkpoint`.
    public static SocketQueues of(Checkpoint checkpoint) {
        var waiting = new HashMap<FileId, Long>();
        checkpoint.kernel().queues().items().stream()
                .filter(data -> data.kind() == QueueKind.UNIX)
                .forEach(
                        data ->
                                data.readers()
                                        .forEach(
                                                reader ->
                                                        waiting.merge(
                                                                reader,
                                                                data.content().size(),
                                                                Long::sum)));
        return new SocketQueues(waiting, gap(checkpoint));
    }

    /// Why packets may be missing, if some may.
    private static Optional<String> gap(Checkpoint checkpoint) {
        var images =
                checkpoint.members().stream()
                        .filter(member -> member.isOwnImage("SK_QUEUES"))
                        .map(member -> member.member().name())
                        .toList();
        var loss = checkpoint.archive().loss();
        if (images.isEmpty()) {
            return switch (loss) {
                case NONE -> Optional.empty();
                case CUT, DAMAGED ->
                        Optional.of(loss.explain("no image of socket queues is in the checkpoint"));
            };
        }
        var queues = checkpoint.kernel().queues();
        return queues.absences().stream()
                .findFirst()
                .or(
                        () ->
                                queues.defects().stream()
                                        .filter(defect -> images.contains(defect.at().member()))
                                        .map(Defect::toString)
                                        .findFirst());
    }

    /// Bytes that the task had not read yet.
    public Cell received(Socket socket) {
        return switch (socket.file()) {
            case OpenFile.UnixSocket unix when unix.state().listens() -> Socket.listening();
            case OpenFile.UnixSocket unix -> ofUnix(waiting.getOrDefault(unix.id(), 0L));
            default -> socket.queue(TcpConnection::received);
        };
    }

    private Cell ofUnix(long bytes) {
        return gap.<Cell>map(
                        reason ->
                                bytes == 0
                                        ? Cell.notCaptured(reason)
                                        : new Cell.Absent(
                                                Absence.MALFORMED,
                                                "at least %s: %s"
                                                        .formatted(
                                                                CellText.exactBytes(bytes),
                                                                reason)))
                .orElseGet(() -> new Cell.Bytes(bytes));
    }

    /// Bytes that the peer had not acknowledged yet.
    public Cell sent(Socket socket) {
        return socket.file() instanceof OpenFile.UnixSocket
                ? Cell.notApplicable("what it sends waits in the receive queue of its peer")
                : socket.queue(TcpConnection::sent);
    }
}
