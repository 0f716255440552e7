package org.icecore.criu;

import com.google.protobuf.Message;
import java.util.List;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.evidence.ByteRange;

/// Raw bytes that follow a message, as ranges of the image file; their content stays in the evidence.
///
/// In a damaged image a range may be shorter than the message says, down to empty; the image's defects then say so.
/// Padding is in no range.
public sealed interface Payload {

    /// No bytes follow.
    record Empty() implements Payload {}

    /// One run: pipe data, a socket packet, the content of a SysV segment, a ghost file without chunks.
    record Bytes(ByteRange range) implements Payload {}

    /// The queues of a TCP connection: received and not read, written and not acknowledged.
    record TcpQueues(ByteRange received, ByteRange sent) implements Payload {}

    /// The messages in a SysV queue, oldest first.
    record Messages(List<QueuedMessage> messages) implements Payload {
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /// The values of a SysV semaphore set, u16 each in the byte order of the image.
    record Semaphores(ByteRange values) implements Payload {}

    /// Keys and values of a BPF map, each packed end to end.
    record BpfMap(ByteRange keys, ByteRange values) implements Payload {}

    /// The parts of a sparse file that have content; the rest is holes.
    record Chunks(List<GhostChunk> chunks) implements Payload {
        public Chunks {
            chunks = List.copyOf(chunks);
        }
    }

    /// The messages that lie in the payload, in file order.
    default List<? extends Part> parts() {
        return switch (this) {
            case Messages(var queued) -> queued;
            case Chunks(var chunks) -> chunks;
            case Empty _, Bytes _, TcpQueues _, Semaphores _, BpfMap _ -> List.of();
        };
    }

    /// A message with a payload of its own, inside the payload of another.
    sealed interface Part {

        /// The message.
        Message message();

        /// The protobuf bytes of the message, in the image file.
        ByteRange at();

        /// The raw bytes that follow it, in the image file.
        ByteRange content();
    }

    /// One message in a SysV queue.
    record QueuedMessage(IpcMsg message, ByteRange at, ByteRange content) implements Part {}

    /// One part of a sparse deleted file; `content` belongs at [#offset()] of the file.
    record GhostChunk(GhostChunkEntry message, ByteRange at, ByteRange content) implements Part {

        /// Where in the deleted file the content begins; unsigned.
        public long offset() {
            return message.getOff();
        }
    }
}
