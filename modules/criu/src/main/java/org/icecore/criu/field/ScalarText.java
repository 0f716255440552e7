package org.icecore.criu.field;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Optional;

/// Numbers as text.
final class ScalarText {

    private ScalarText() {}

    /// As crit's pretty form shows it.
    static String of(FieldValue.Scalar scalar) {
        if (scalar.display() instanceof Display.Address) {
            long n = scalar.bits();
            return "%d.%d.%d.%d".formatted(n & 255, n >> 8 & 255, n >> 16 & 255, n >> 24 & 255);
        }
        if (scalar.display() instanceof Display.Instruction(var line)) {
            return line;
        }
        return switch (scalar.field().getType()) {
            case BOOL -> scalar.bits() == 0 ? "false" : "true";
            case ENUM -> name(scalar).orElseGet(() -> decimal(scalar));
            default -> scalar.display().text(scalar.bits()).orElseGet(() -> decimal(scalar));
        };
    }

    /// The decimal number.
    static String decimal(FieldValue.Scalar scalar) {
        return switch (scalar.field().getType()) {
            case UINT64, FIXED64 -> Long.toUnsignedString(scalar.bits());
            default -> Long.toString(scalar.bits());
        };
    }

    /// The name of the value of an enum.
    static Optional<String> name(FieldValue.Scalar scalar) {
        return scalar.field().getType() == FieldDescriptor.Type.ENUM
                ? Optional.ofNullable(
                                scalar.field().getEnumType().findValueByNumber((int) scalar.bits()))
                        .map(EnumValueDescriptor::getName)
                : Optional.empty();
    }
}
