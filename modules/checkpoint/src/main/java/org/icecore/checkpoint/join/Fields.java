package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.checkpoint.Machine;
import org.icecore.checkpoint.file.OpenFlags;

/// Field groups that many messages share, as records of the model.
final class Fields {

    private Fields() {}

    static Optional<OpenFlags> flags(int bits, Machine machine) {
        return Optional.of(new OpenFlags(bits, machine));
    }

    /// An unsigned number of 32 bits, if it is there.
    static OptionalLong word(boolean there, int value) {
        return there ? OptionalLong.of(Integer.toUnsignedLong(value)) : OptionalLong.empty();
    }
}
