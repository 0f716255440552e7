package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What the messages of one image may take of the heap, estimated before any of them is made.
///
/// Two bytes of protobuf can become an object of two hundred, so the size of an image says little. The figures are
/// those of a 64-bit machine, rounded up.
final class HeapBudget {

    private static final long PER_MESSAGE = 64;
    private static final long PER_FIELD = 12;
    private static final long PER_STRING = 48;
    private static final long PER_REPEATED_NUMBER = 16;
    private static final long PER_UNKNOWN_FIELD = 160;

    /// Bytes of an unknown group, whose parts are unknown fields of at least two bytes.
    private static final long PER_UNKNOWN_GROUP_BYTE = PER_UNKNOWN_FIELD / 2;

    private final int deepestNesting;
    private long left;

    HeapBudget(long bytes, int deepestNesting) {
        this.left = bytes;
        this.deepestNesting = deepestNesting;
    }

    /// Takes `bytes`; false if that many are not left.
    boolean take(long bytes) {
        left -= bytes;
        return left >= 0;
    }

    /// Takes what `content` will take as a message of that type; false if that much is not left.
    ///
    /// @throws IOException if it is no protobuf message
    boolean take(byte[] content, Descriptor type) throws IOException {
        walk(CodedInputStream.newInstance(content), type, 0);
        return left >= 0;
    }

    private void walk(CodedInputStream input, Descriptor type, int depth) throws IOException {
        if (depth > deepestNesting) {
            throw new InvalidProtocolBufferException(
                    "more than %d messages in one another".formatted(deepestNesting));
        }
        left -= PER_MESSAGE + PER_FIELD * type.getFields().size();
        while (left >= 0 && !input.isAtEnd()) {
            int tag = input.readTag();
            field(input, tag, type.findFieldByNumber(WireFormat.getTagFieldNumber(tag)), depth);
        }
    }

    private void field(CodedInputStream input, int tag, @Nullable FieldDescriptor field, int depth)
            throws IOException {
        int wireType = WireFormat.getTagWireType(tag);
        boolean delimited = wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
        if (field == null || wireType == WireFormat.WIRETYPE_START_GROUP) {
            int before = input.getTotalBytesRead();
            skip(input, tag);
            long length = input.getTotalBytesRead() - before;
            left -= PER_UNKNOWN_FIELD + length * (delimited ? 1 : PER_UNKNOWN_GROUP_BYTE);
        } else if (!delimited) {
            skip(input, tag);
            left -= field.isRepeated() ? PER_REPEATED_NUMBER : 0;
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            int limit = input.pushLimit(input.readRawVarint32());
            walk(input, field.getMessageType(), depth + 1);
            input.popLimit(limit);
        } else {
            int length = input.readRawVarint32();
            input.skipRawBytes(length);
            left -= field.isPackable() ? length * PER_REPEATED_NUMBER : PER_STRING + length;
        }
    }

    private static void skip(CodedInputStream input, int tag) throws IOException {
        if (!input.skipField(tag)) {
            throw new InvalidProtocolBufferException("end of a group that has not begun");
        }
    }
}
