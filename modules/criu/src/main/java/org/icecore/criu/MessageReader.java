package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads sizes and the messages they announce, within what one image may take of the heap.
final class MessageReader {

    /// The largest message that is read: the largest that CRIU 4.2 writes, an `mm` of a process with a million mappings,
    /// stays below.
    static final int GREATEST_MESSAGE = 64 * 1024 * 1024;

    /// The most messages of one image, and parts of payloads, that are kept on the heap.
    static final int MOST_MESSAGES = 1_000_000;

    /// The most message bytes of one image that are kept on the heap.
    static final long MOST_BYTES = 128L * 1024 * 1024;

    private static final int DEEPEST_NESTING = 32;
    private static final int NAMED_FIELDS = 8;

    private final ByteSource source;
    private final ByteWindow window;
    private final Defects defects;
    private long bytes;
    private int count;

    MessageReader(ByteSource source, ByteWindow window, Defects defects) {
        this.source = source;
        this.window = window;
        this.defects = defects;
    }

    /// Where a message lies.
    record Framed(ByteRange range) {}

    /// The message whose size stands at `position`; empty, with a defect, if it does not lie in the source or would take
    /// more of the heap than an image may.
    Optional<Framed> frame(long position) throws EvidenceException {
        long left = source.size() - position;
        if (left < Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()), "%d trailing bytes; the size of an entry takes 4", left);
            return Optional.empty();
        }
        long size = Integer.toUnsignedLong(window.u32(position));
        if (size > left - Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "entry of %d bytes, of which %d are there",
                    size,
                    left - Integer.BYTES);
            return Optional.empty();
        }
        if (size > GREATEST_MESSAGE) {
            defects.add(
                    ByteRange.of(position, Integer.BYTES + size),
                    "entry of %d bytes; more than %d are not read",
                    size,
                    GREATEST_MESSAGE);
            return Optional.empty();
        }
        bytes += size;
        count++;
        if (bytes > MOST_BYTES || count > MOST_MESSAGES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "not read: more than %d messages or %d bytes of them in one image",
                    MOST_MESSAGES,
                    MOST_BYTES);
            return Optional.empty();
        }
        return Optional.of(new Framed(ByteRange.of(position + Integer.BYTES, size)));
    }

    /// The message in `frame`; empty, with a defect, if the bytes are none. Absent required fields are a defect only.
    Optional<Message> parse(Framed frame, Message type) throws EvidenceException {
        byte[] content = window.bytes(
                frame.range().start(), Math.toIntExact(frame.range().length()));
        try {
            Message message = parse(content, type);
            if (!message.isInitialized()) {
                List<String> missing = message.findInitializationErrors();
                defects.add(
                        frame.range(),
                        "%s without required %s%s",
                        type.getDescriptorForType().getName(),
                        String.join(", ", missing.stream().limit(NAMED_FIELDS).toList()),
                        missing.size() > NAMED_FIELDS ? " and %d more".formatted(missing.size() - NAMED_FIELDS) : "");
            }
            return Optional.of(message);
        } catch (IOException malformed) {
            defects.add(
                    frame.range(),
                    "%d bytes that are no %s: %s",
                    frame.range().length(),
                    type.getDescriptorForType().getName(),
                    malformed.getMessage());
            return Optional.empty();
        }
    }

    private static Message parse(byte[] content, Message type) throws IOException {
        CodedInputStream input = CodedInputStream.newInstance(content);
        input.setRecursionLimit(DEEPEST_NESTING);
        Message.Builder builder = type.newBuilderForType().mergeFrom(input);
        if (!input.isAtEnd()) {
            throw new InvalidProtocolBufferException("ends before its last byte");
        }
        return builder.buildPartial();
    }
}
