package org.icecore.criu;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;

/// Finds the first required fields that a message lacks; a damaged one can lack millions.
final class MissingFields {

    private static final int NAMED = 8;

    private final List<String> found = new ArrayList<>();

    private MissingFields() {}

    /// The first of them as text: `vmas[3].start, vmas[3].end`.
    static String of(Message message) {
        var missing = new MissingFields();
        missing.walk(message, "");
        boolean more = missing.found.size() > NAMED;
        return String.join(", ", missing.found.subList(0, Math.min(NAMED, missing.found.size())))
                + (more ? " and more" : "");
    }

    private void walk(Message message, String path) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (found.size() > NAMED) {
                return;
            }
            if (field.isRequired() && !message.hasField(field)) {
                found.add(path + field.getName() + unknown(message, field));
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                walkField(message, field, path + field.getName());
            }
        }
    }

    /// Of a name that the schema does not know, the number is kept as an unknown field.
    private static String unknown(Message message, FieldDescriptor field) {
        var numbers = message.getUnknownFields().getField(field.getNumber()).getVarintList();
        return field.getJavaType() == FieldDescriptor.JavaType.ENUM && !numbers.isEmpty()
                ? " (its value %d is not known to this release)"
                        .formatted(numbers.getLast().intValue())
                : "";
    }

    private void walkField(Message message, FieldDescriptor field, String path) {
        if (!field.isRepeated()) {
            if (message.hasField(field)) {
                walk((Message) message.getField(field), path + ".");
            }
            return;
        }
        for (int i = 0; i < message.getRepeatedFieldCount(field) && found.size() <= NAMED; i++) {
            walk((Message) message.getRepeatedField(field, i), "%s[%d].".formatted(path, i));
        }
    }
}
