package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.checkpoint.file.OpenFlags;

/// Field groups that many messages share, as records of the model.
final class Fields {

    private Fields() {}

    static Optional<OpenFlags> flags(int bits) {
        return Optional.of(new OpenFlags(bits));
    }
}
