package org.icecore.checkpoint.join;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;

/// Names of the images for values. A number that the schema does not name is kept as an unknown field, and the field itself reads
/// as if it were not there: it must not be taken for the first name.
final class EnumText {

    private EnumText() {}

    /// The name, `X86_64`, or the number, `unknown (77)`; `otherwise` if nothing is recorded.
    static String of(Message message, int field, String otherwise) {
        var descriptor = message.getDescriptorForType().findFieldByNumber(field);
        if (message.hasField(descriptor)) {
            return ((EnumValueDescriptor) message.getField(descriptor)).getName();
        }
        var numbers = message.getUnknownFields().getField(field).getVarintList();
        return numbers.isEmpty()
                ? otherwise
                : "unknown (%d)".formatted(numbers.getLast().intValue());
    }
}
