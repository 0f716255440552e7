package org.icecore.criu.field;

import com.google.protobuf.Descriptors.Descriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Reads messages that have their size in front: entries of an image, and parts of payloads.
final class Frames {

    /// The largest message that is read: the largest that CRIU 4.2 writes, an `mm` of a process with a million
    /// mappings, stays below.
    static final int GREATEST_MESSAGE = 64 * 1024 * 1024;

    private final ByteSource source;
    private final ByteOrder order;
    private final DefectLog defects;

    Frames(ByteSource source, ByteOrder order, DefectLog defects) {
        this.source = source;
        this.order = order;
        this.defects = defects;
    }

    /// A message and the size before it.
    record Frame(FieldNode size, FieldNode message) {
        long end() {
            return message.range().end();
        }
    }

    /// The frame at `position`; empty, with a defect, if it does not lie in the source.
    Optional<Frame> at(long position, Descriptor type) throws EvidenceException {
        long left = source.size() - position;
        if (left < Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "%s; the size of an entry takes 4".formatted(Amount.of(left, "trailing byte")));
            return Optional.empty();
        }
        byte[] word = source.bytes(position, Integer.BYTES);
        long size = Integer.toUnsignedLong(ByteBuffer.wrap(word).order(order).getInt());
        if (size > left - Integer.BYTES) {
            defects.add(
                    new ByteRange(position, source.size()),
                    "entry of %s, of which %s there"
                            .formatted(Amount.of(size, "byte"), Amount.are(left - Integer.BYTES)));
            return Optional.empty();
        }
        if (size > GREATEST_MESSAGE) {
            defects.add(
                    ByteRange.of(position, Integer.BYTES + size),
                    "entry of %d bytes; more than %d are not read"
                            .formatted(size, GREATEST_MESSAGE));
            return Optional.empty();
        }
        var at = ByteRange.of(position + Integer.BYTES, size);
        var bytes = new EntryBytes(source.bytes(at.start(), (int) size), at.start());
        var message = new FieldValue.Message(type, bytes, 0, (int) size, 0, false);
        var sizeAt = ByteRange.of(position, Integer.BYTES);
        return Optional.of(
                new Frame(
                        new FieldNode(
                                "size",
                                0,
                                "u32",
                                new FieldValue.Word(size, Long.toString(size), order),
                                sizeAt,
                                sizeAt),
                        new FieldNode(type.getName(), 0, type.getName(), message, at, at)));
    }
}
