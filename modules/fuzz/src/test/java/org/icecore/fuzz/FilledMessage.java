package org.icecore.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;

/// A message with all of its fields, so that a first look at it reaches each decoder.
final class FilledMessage {

    private static final int DEEPEST = 4;
    private static final long SMALL = 3;

    private FilledMessage() {}

    static byte[] of(Descriptor type) {
        return message(type, 0).toByteArray();
    }

    private static DynamicMessage message(Descriptor type, int depth) {
        var message = DynamicMessage.newBuilder(type);
        for (var field : type.getFields()) {
            boolean part = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (part && depth == DEEPEST) {
                continue;
            }
            Object value = part ? message(field.getMessageType(), depth + 1) : value(field);
            if (field.isRepeated()) {
                message.addRepeatedField(field, value);
            } else {
                message.setField(field, value);
            }
        }
        return message.buildPartial();
    }

    private static Object value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> (int) SMALL;
            case LONG -> SMALL;
            case FLOAT -> (float) SMALL;
            case DOUBLE -> (double) SMALL;
            case BOOLEAN -> true;
            case STRING -> "text";
            case BYTE_STRING -> ByteString.copyFrom(new byte[16]);
            case ENUM -> field.getEnumType().getValues().getLast();
            case MESSAGE -> throw new IllegalArgumentException(field.getFullName());
        };
    }
}
