package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.icecore.criu.UnknownField.Form;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// Finds what the schema does not describe in the bytes of messages that could be parsed.
final class UnknownFieldWalk {

    /// Bytes of a longer value that are shown.
    private static final int SHOWN = 16;

    private final ByteSource source;
    private final Consumer<UnknownField> found;
    private byte[] content = new byte[0];
    private ByteRange whole = new ByteRange(0, 0);

    UnknownFieldWalk(ByteSource source, Consumer<UnknownField> found) {
        this.source = source;
        this.found = found;
    }

    void message(ByteRange at, Descriptor type) throws EvidenceException {
        content = source.bytes(at.start(), Math.toIntExact(at.length()));
        whole = at;
        try {
            walk(0, content.length, type);
        } catch (IOException malformed) {
            throw new EvidenceException(
                    source.locate(at), MessageReader.firstSentence(malformed), malformed);
        }
    }

    /// As deep as messages lie in one another, which parsing has bounded.
    private void walk(int start, int length, Descriptor type) throws IOException {
        var input = CodedInputStream.newInstance(content, start, length);
        while (!input.isAtEnd()) {
            int from = start + input.getTotalBytesRead();
            int tag = input.readTag();
            int value = start + input.getTotalBytesRead();
            var field =
                    Optional.ofNullable(type.findFieldByNumber(WireFormat.getTagFieldNumber(tag)));
            if (field.filter(one -> written(one, WireFormat.getTagWireType(tag))).isPresent()) {
                described(input, tag, field.get(), from, start);
            } else {
                skip(input, tag);
                add(type, tag, field, from, value, start + input.getTotalBytesRead());
            }
        }
    }

    /// Whether the field may be written in that way: a list of numbers may be packed or not.
    private static boolean written(FieldDescriptor field, int wireType) {
        return field.getLiteType().getWireType() == wireType
                || field.isPackable() && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    private void described(
            CodedInputStream input, int tag, FieldDescriptor field, int from, int start)
            throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            int value = start + input.getTotalBytesRead();
            skip(input, tag);
            value(field, tag, from, value, start + input.getTotalBytesRead());
            return;
        }
        int length = input.readRawVarint32();
        int at = start + input.getTotalBytesRead();
        input.skipRawBytes(length);
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            walk(at, length, field.getMessageType());
        } else if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            var packed = CodedInputStream.newInstance(content, at, length);
            while (!packed.isAtEnd()) {
                int one = at + packed.getTotalBytesRead();
                packed.readRawVarint64();
                value(field, tag, one, one, at + packed.getTotalBytesRead());
            }
        }
    }

    /// A number that an enumeration has no name for is unknown although its field is not.
    private void value(FieldDescriptor field, int tag, int from, int value, int end)
            throws IOException {
        if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            int number =
                    (int)
                            CodedInputStream.newInstance(content, value, end - value)
                                    .readRawVarint64();
            if (field.getEnumType().findValueByNumber(number) == null) {
                found.accept(
                        new UnknownField(
                                field.getContainingType().getName(),
                                field.getNumber(),
                                Optional.of(field.getName()),
                                Form.VARINT,
                                Integer.toString(number),
                                source.locate(whole.slice(from, end - from))));
            }
        }
    }

    private void add(
            Descriptor type, int tag, Optional<FieldDescriptor> field, int from, int value, int end)
            throws IOException {
        var form = form(tag);
        found.accept(
                new UnknownField(
                        type.getName(),
                        WireFormat.getTagFieldNumber(tag),
                        field.map(FieldDescriptor::getName),
                        form,
                        text(form, CodedInputStream.newInstance(content, value, end - value)),
                        source.locate(whole.slice(from, end - from))));
    }

    private static Form form(int tag) throws IOException {
        return switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> Form.VARINT;
            case WireFormat.WIRETYPE_FIXED64 -> Form.FIXED64;
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> Form.LENGTH_DELIMITED;
            case WireFormat.WIRETYPE_START_GROUP -> Form.GROUP;
            case WireFormat.WIRETYPE_FIXED32 -> Form.FIXED32;
            default -> throw new InvalidProtocolBufferException("wire type that no field has");
        };
    }

    private static String text(Form form, CodedInputStream value) throws IOException {
        return switch (form) {
            case VARINT -> Long.toUnsignedString(value.readRawVarint64());
            case FIXED64 -> "0x%016x".formatted(value.readRawLittleEndian64());
            case FIXED32 -> "0x%08x".formatted(value.readRawLittleEndian32());
            case LENGTH_DELIMITED -> {
                int length = value.readRawVarint32();
                yield HexFormat.of().formatHex(value.readRawBytes(Math.min(length, SHOWN)))
                        + (length > SHOWN ? "..." : "");
            }
            case GROUP -> "";
        };
    }

    private static void skip(CodedInputStream input, int tag) throws IOException {
        if (!input.skipField(tag)) {
            throw new InvalidProtocolBufferException("end of a group that has not begun");
        }
    }
}
