package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads sizes and the messages they announce, within what one image may take of the heap.
final class MessageReader {

    /// The largest message that is read: the largest that CRIU 4.2 writes, an `mm` of a process with a million
    /// mappings, stays below.
    static final int GREATEST_MESSAGE = 64 * 1024 * 1024;

    /// What the messages of one image may take of the heap: far more than any real image needs, and never so much that a
    /// small heap has nothing left for what is made of them.
    static final long MOST_HEAP =
            Math.min(256L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 3);

    /// What an entry or a part of a payload takes besides its message.
    private static final long PER_ENTRY = 80;

    private static final int DEEPEST_NESTING = 32;
    private static final String TOO_MUCH =
            "not read: the messages of one image would take more than %d bytes of memory"
                    .formatted(MOST_HEAP);

    private final ByteSource source;
    private final ByteWindow window;
    private final Defects defects;
    private HeapBudget heap = new HeapBudget(MOST_HEAP, DEEPEST_NESTING);

    MessageReader(ByteSource source, ByteWindow window, Defects defects) {
        this.source = source;
        this.window = window;
        this.defects = defects;
    }

    /// Takes it that none of the messages read so far is kept.
    void forget() {
        heap = new HeapBudget(MOST_HEAP, DEEPEST_NESTING);
    }

    /// Where the message lies whose size stands at `position`; empty, with a defect, if it does not lie in the source
    /// or would take more of the heap than an image may.
    Optional<ByteRange> frame(long position) throws EvidenceException {
        long left = source.size() - position;
        if (left < Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "%s; the size of an entry takes 4",
                    Amount.of(left, "trailing byte"));
            return Optional.empty();
        }
        long size = Integer.toUnsignedLong(window.u32(position));
        if (size > left - Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "entry of %s, of which %s there",
                    Amount.of(size, "byte"),
                    Amount.are(left - Integer.BYTES));
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
        if (!heap.take(PER_ENTRY)) {
            defects.add(new ByteRange(position, source.size()), TOO_MUCH);
            return Optional.empty();
        }
        return Optional.of(ByteRange.of(position + Integer.BYTES, size));
    }

    /// The message at `at`; empty, with a defect, if the bytes are none. Absent required fields are a defect only.
    Optional<Message> parse(ByteRange at, Message type) throws EvidenceException {
        byte[] content = window.bytes(at.start(), Math.toIntExact(at.length()));
        try {
            if (!heap.take(content, type.getDescriptorForType())) {
                defects.add(at, TOO_MUCH);
                return Optional.empty();
            }
            Message message = parse(content, type);
            if (!message.isInitialized()) {
                defects.add(
                        at,
                        "%s without required %s",
                        type.getDescriptorForType().getName(),
                        MissingFields.of(message));
            }
            return Optional.of(message);
        } catch (IOException malformed) {
            defects.add(
                    at,
                    "%d bytes that are no %s: %s",
                    at.length(),
                    type.getDescriptorForType().getName(),
                    firstSentence(malformed));
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

    /// What a protobuf failure says, without the advice to programmers that follows.
    static String firstSentence(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end);
    }
}
