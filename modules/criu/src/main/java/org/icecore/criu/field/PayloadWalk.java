package org.icecore.criu.field;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.proto.GhostChunkEntry;
import org.icecore.criu.proto.IpcMsg;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Finds the raw bytes after a message, whose length the message tells.
final class PayloadWalk {

    /// More than a kernel queues by far: a queue is limited in bytes, and a message takes at least one.
    private static final int MOST_MESSAGES = 100_000;

    private final ByteSource source;
    private final ByteOrder order;
    private final Frames frames;
    private final DefectLog defects;
    private long position;
    private boolean whole = true;

    PayloadWalk(ByteSource source, ByteOrder order, Frames frames, DefectLog defects) {
        this.source = source;
        this.order = order;
        this.frames = frames;
        this.defects = defects;
    }

    /// A payload and where it ends.
    ///
    /// @param whole whether all of it is there, so that the next entry follows
    record Found(Optional<FieldNode> payload, long end, boolean whole) {}

    Found read(PayloadForm form, FieldNode message, long start) throws EvidenceException {
        position = start;
        whole = true;
        Optional<FieldNode> payload =
                switch (form) {
                    case NONE, INLINE_PAGES -> Optional.empty();
                    case PIPE_DATA ->
                            Optional.of(bytes("extra", "pipe data", number(message, "bytes"), 1));
                    case SOCKET_PACKET ->
                            Optional.of(bytes("extra", "packet", number(message, "length"), 1));
                    case SYSV_SEGMENT -> Optional.of(segment(message));
                    case TCP_QUEUES ->
                            Optional.of(
                                    parts(
                                            bytes(
                                                    "inq",
                                                    "receive queue",
                                                    number(message, "inq_len"),
                                                    1),
                                            bytes(
                                                    "outq",
                                                    "send queue",
                                                    number(message, "outq_len"),
                                                    1)));
                    case BPF_MAP ->
                            Optional.of(
                                    parts(
                                            bytes("keys", "keys", number(message, "keys_bytes"), 1),
                                            bytes(
                                                    "values",
                                                    "values",
                                                    number(message, "values_bytes"),
                                                    1)));
                    case SYSV_SEMAPHORES -> Optional.of(semaphores(number(message, "nsems")));
                    case SYSV_MESSAGES -> Optional.of(messages(number(message, "qnum")));
                    case GHOST_CONTENT -> ghost(message);
                };
        return new Found(payload, position, whole);
    }

    private FieldNode segment(FieldNode message) {
        long size = flag(message, "in_pagemaps") ? 0 : number(message, "size");
        return bytes("extra", "SysV segment", size, 4);
    }

    private Optional<FieldNode> ghost(FieldNode message) {
        if (message.type().equals(GhostChunkEntry.getDescriptor().getName())) {
            return Optional.of(bytes("extra", "ghost file chunk", number(message, "len"), 1));
        }
        return flag(message, "chunks")
                ? Optional.empty()
                : Optional.of(bytes("extra", "ghost file", source.size() - position, 1));
    }

    private FieldNode semaphores(long count) throws EvidenceException {
        long start = position;
        ByteRange at = take("semaphore values", Short.BYTES * count, 8);
        var parts = new ArrayList<FieldNode>();
        for (long i = at.start(); i + 1 < at.end(); i += Short.BYTES) {
            if (parts.size() > 0xffff) {
                defects.add(
                        new ByteRange(i, at.end()),
                        "more than 65536 semaphores in one set; not shown");
                break;
            }
            byte[] two = source.bytes(i, Short.BYTES);
            int low = order == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
            long value = (two[low] & 0xffL) | (two[1 - low] & 0xffL) << 8;
            var range = ByteRange.of(i, Short.BYTES);
            parts.add(
                    new FieldNode(
                            "[%d]".formatted(parts.size()),
                            0,
                            "u16",
                            new FieldValue.Word(value, Long.toString(value), order),
                            range,
                            range));
        }
        return extra(start, parts);
    }

    private FieldNode messages(long count) throws EvidenceException {
        long start = position;
        var parts = new ArrayList<FieldNode>();
        for (long i = 0; i < count && whole; i++) {
            if (i == MOST_MESSAGES || position == source.size()) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "SysV queue of %s, of which %s %s"
                                .formatted(
                                        Amount.of(count, "message"),
                                        Amount.are(i),
                                        i == MOST_MESSAGES ? "read" : "there"));
                whole = false;
                break;
            }
            var frame = frames.at(position, IpcMsg.getDescriptor());
            if (frame.isEmpty()) {
                whole = false;
                break;
            }
            position = frame.get().end();
            parts.add(frame.get().size());
            parts.add(frame.get().message());
            parts.add(bytes("mtext", "queued message", number(frame.get().message(), "msize"), 8));
        }
        return extra(start, parts);
    }

    private FieldNode parts(FieldNode one, FieldNode other) {
        return extra(one.range().start(), List.of(one, other));
    }

    private FieldNode extra(long start, List<FieldNode> parts) {
        var range = new ByteRange(start, position);
        return new FieldNode("extra", 0, "raw", new FieldValue.Parts(parts), range, range);
    }

    private FieldNode bytes(String name, String what, long length, int alignment) {
        long start = position;
        ByteRange taken = take(what, length, alignment);
        return new FieldNode(
                name,
                0,
                "raw",
                new FieldValue.Raw(source, taken),
                new ByteRange(start, position),
                taken);
    }

    /// Takes `length` bytes (unsigned) and the padding to a multiple of `alignment`, as far as they are there.
    private ByteRange take(String what, long length, int alignment) {
        long left = source.size() - position;
        if (length < 0 || length > left) {
            if (whole) {
                defects.add(
                        new ByteRange(position, source.size()),
                        "%s of %s bytes, of which %s there"
                                .formatted(what, Long.toUnsignedString(length), Amount.are(left)));
            }
            whole = false;
            var rest = new ByteRange(position, source.size());
            position = source.size();
            return rest;
        }
        var taken = ByteRange.of(position, length);
        position += length;
        long padding = Math.floorMod(-length, (long) alignment);
        if (padding > source.size() - position) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "%s padded to %d bytes, of which %d of %d are there"
                            .formatted(what, alignment, source.size() - position, padding));
            whole = false;
            position = source.size();
        } else {
            position += padding;
        }
        return taken;
    }

    /// Whether the field is there and true.
    boolean flag(FieldNode message, String field) {
        return number(message, field) != 0;
    }

    /// The last value of a number field of the message, as protobuf takes it; 0 where there is none.
    private static long number(FieldNode message, String field) {
        long value = 0;
        for (FieldNode child : message.children()) {
            if (child.name().equals(field) && child.value() instanceof FieldValue.Scalar scalar) {
                value = scalar.bits();
            }
        }
        return value;
    }
}
