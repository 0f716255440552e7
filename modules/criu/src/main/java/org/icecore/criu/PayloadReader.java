package org.icecore.criu;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.Payload.GhostChunk;
import org.icecore.criu.Payload.QueuedMessage;
import org.icecore.criu.proto.BpfmapDataEntry;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.GhostFileEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.criu.proto.IpcMsgEntry;
import org.icecore.criu.proto.IpcSemEntry;
import org.icecore.criu.proto.IpcShmEntry;
import org.icecore.criu.proto.PipeDataEntry;
import org.icecore.criu.proto.SkPacketEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Finds where the raw bytes after a message lie and where the next entry begins.
final class PayloadReader {

    private static final Payload NOTHING = new Payload.Empty();

    private final ByteSource source;
    private final MessageReader messages;
    private final Defects defects;
    private long position;
    private boolean whole;

    PayloadReader(ByteSource source, MessageReader messages, Defects defects) {
        this.source = source;
        this.messages = messages;
        this.defects = defects;
    }

    /// A payload, the position after it, and whether all of it was there.
    record Result(Payload payload, long end, boolean whole) {}

    /// The payload that follows `message` at `start`.
    Result read(PayloadForm form, Message message, long start) throws EvidenceException {
        position = start;
        whole = true;
        Payload payload = payload(form, message);
        return new Result(payload, position, whole);
    }

    private Payload payload(PayloadForm form, Message message) throws EvidenceException {
        return switch (form) {
            case NONE, INLINE_PAGES -> NOTHING;
            case PIPE_DATA ->
                    new Payload.Bytes(
                            take("pipe data", unsigned(((PipeDataEntry) message).getBytes()), 1));
            case SOCKET_PACKET ->
                    new Payload.Bytes(
                            take("packet", unsigned(((SkPacketEntry) message).getLength()), 1));
            case TCP_QUEUES -> queues((TcpStreamEntry) message);
            case SYSV_SEGMENT -> segment((IpcShmEntry) message);
            case SYSV_MESSAGES -> queued((IpcMsgEntry) message);
            case SYSV_SEMAPHORES ->
                    new Payload.Semaphores(
                            take(
                                    "semaphore values",
                                    Short.BYTES * unsigned(((IpcSemEntry) message).getNsems()),
                                    8));
            case BPF_MAP -> map((BpfmapDataEntry) message);
            case GHOST_CONTENT -> ghost((GhostFileEntry) message);
        };
    }

    private Payload queues(TcpStreamEntry stream) {
        ByteRange received = take("receive queue", unsigned(stream.getInqLen()), 1);
        return new Payload.TcpQueues(
                received, take("send queue", unsigned(stream.getOutqLen()), 1));
    }

    private Payload segment(IpcShmEntry segment) {
        return segment.getInPagemaps()
                ? NOTHING
                : new Payload.Bytes(take("SysV segment", segment.getSize(), 4));
    }

    private Payload map(BpfmapDataEntry map) {
        ByteRange keys = take("keys", unsigned(map.getKeysBytes()), 1);
        return new Payload.BpfMap(keys, take("values", unsigned(map.getValuesBytes()), 1));
    }

    private Payload queued(IpcMsgEntry queue) throws EvidenceException {
        List<QueuedMessage> queued = new ArrayList<>();
        long announced = unsigned(queue.getQnum());
        while (queued.size() < announced && whole) {
            if (position == source.size()) {
                whole = false;
                defects.add(
                        new ByteRange(position, position),
                        "SysV queue of %s, of which %s there",
                        Amount.of(announced, "message"),
                        Amount.are(queued.size()));
                break;
            }
            Optional<Part> part = part(IpcMsg.getDefaultInstance());
            if (part.isPresent()) {
                var message = (IpcMsg) part.get().message();
                ByteRange content = take("queued message", unsigned(message.getMsize()), 8);
                queued.add(new QueuedMessage(message, part.get().at(), content));
            }
        }
        return new Payload.Messages(queued);
    }

    private Payload ghost(GhostFileEntry file) throws EvidenceException {
        if (!file.getChunks()) {
            return new Payload.Bytes(take("ghost file", source.size() - position, 1));
        }
        List<GhostChunk> chunks = new ArrayList<>();
        while (position < source.size() && whole) {
            Optional<Part> part = part(GhostChunkEntry.getDefaultInstance());
            if (part.isPresent()) {
                var chunk = (GhostChunkEntry) part.get().message();
                chunks.add(
                        new GhostChunk(
                                chunk,
                                part.get().at(),
                                take("ghost file chunk", chunk.getLen(), 1)));
            }
        }
        return new Payload.Chunks(chunks);
    }

    private record Part(Message message, ByteRange at) {}

    /// The message inside a payload that begins with its size at the position; without it the payload is not whole.
    private Optional<Part> part(Message type) throws EvidenceException {
        Optional<ByteRange> frame = messages.frame(position);
        Optional<Message> message =
                frame.isPresent() ? messages.parse(frame.get(), type) : Optional.empty();
        if (message.isEmpty()) {
            whole = false;
            return Optional.empty();
        }
        position = frame.orElseThrow().end();
        return Optional.of(new Part(message.get(), frame.get()));
    }

    /// Takes `length` bytes (unsigned) and the padding to a multiple of `alignment`, as far as they are there.
    private ByteRange take(String what, long length, int alignment) {
        long left = source.size() - position;
        if (length < 0 || length > left) {
            if (whole) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "%s of %s bytes, of which %s there",
                        what,
                        Long.toUnsignedString(length),
                        Amount.are(left));
            }
            whole = false;
            ByteRange rest = new ByteRange(position, source.size());
            position = source.size();
            return rest;
        }
        ByteRange taken = ByteRange.of(position, length);
        position += length;
        long padding = Math.floorMod(-length, alignment);
        if (padding > source.size() - position) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "%s padded to %d bytes, of which %d of %d are there",
                    what,
                    alignment,
                    source.size() - position,
                    padding);
            whole = false;
            position = source.size();
        } else {
            position += padding;
        }
        return taken;
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
