package org.icecore.criu.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Optional;

/// Turns the bytes of a value into what the schema says they are.
final class WireValue {

    private static final Display PLAIN = new Display.Plain();
    private static final Display HEX = new Display.Hex();

    private WireValue() {}

    /// The value in `[from, to)` of the message's bytes; empty if the schema has the field in another wire type.
    static Optional<FieldValue> of(
            FieldValue.Message parent, FieldDescriptor field, int wireType, int from, int to) {
        if (wireType == wireType(field)) {
            return switch (field.getType()) {
                case MESSAGE ->
                        Optional.of(
                                new FieldValue.Message(
                                        field.getMessageType(),
                                        parent.bytes(),
                                        from,
                                        to,
                                        parent.depth() + 1,
                                        hex(parent, field)));
                case STRING -> Optional.of(new FieldValue.Text(parent.bytes(), from, to));
                case BYTES ->
                        Optional.of(
                                new FieldValue.Bytes(parent.bytes(), from, to, Display.of(field)));
                default -> scalar(parent, field, from, to);
            };
        }
        if (wireType == WireCursor.DELIMITED && field.isPackable()) {
            return Optional.of(
                    new FieldValue.Packed(field, new PackedNumbers(parent, field, from, to)));
        }
        return Optional.empty();
    }

    /// How a number of that field is shown inside that message.
    static Display display(FieldValue.Message parent, FieldDescriptor field) {
        boolean number =
                field.getJavaType() == FieldDescriptor.JavaType.INT
                        || field.getJavaType() == FieldDescriptor.JavaType.LONG;
        if (!number) {
            return PLAIN;
        }
        return parent.hex() ? HEX : Display.of(field);
    }

    private static boolean hex(FieldValue.Message parent, FieldDescriptor field) {
        return parent.hex() || Display.of(field) instanceof Display.Hex;
    }

    private static Optional<FieldValue> scalar(
            FieldValue.Message parent, FieldDescriptor field, int from, int to) {
        try {
            long bits = number(field, new WireCursor(parent.bytes().array(), from, to));
            return Optional.of(new FieldValue.Scalar(field, bits, display(parent, field)));
        } catch (WireException malformed) {
            return Optional.empty();
        }
    }

    static int wireType(FieldDescriptor field) {
        return switch (field.getType()) {
            case DOUBLE, FIXED64, SFIXED64 -> WireCursor.FIXED_64;
            case FLOAT, FIXED32, SFIXED32 -> WireCursor.FIXED_32;
            case INT64, UINT64, INT32, UINT32, BOOL, ENUM, SINT32, SINT64 -> WireCursor.VARINT;
            case STRING, BYTES, MESSAGE -> WireCursor.DELIMITED;
            case GROUP -> WireCursor.GROUP;
        };
    }

    /// The number at the cursor, widened to 64 bits.
    static long number(FieldDescriptor field, WireCursor cursor) throws WireException {
        return switch (field.getType()) {
            case DOUBLE, FIXED64, SFIXED64 -> cursor.fixed(Long.BYTES);
            case FIXED32 -> cursor.fixed(Integer.BYTES);
            case FLOAT, SFIXED32 -> (int) cursor.fixed(Integer.BYTES);
            case INT64, UINT64 -> cursor.varint();
            case INT32, ENUM -> (int) cursor.varint();
            case UINT32 -> cursor.varint() & 0xffff_ffffL;
            case BOOL -> cursor.varint() == 0 ? 0 : 1;
            case SINT32 -> {
                int folded = (int) cursor.varint();
                yield folded >>> 1 ^ -(folded & 1);
            }
            case SINT64 -> {
                long folded = cursor.varint();
                yield folded >>> 1 ^ -(folded & 1);
            }
            case STRING, BYTES, MESSAGE, GROUP ->
                    throw new IllegalArgumentException(field + " is no number");
        };
    }
}
