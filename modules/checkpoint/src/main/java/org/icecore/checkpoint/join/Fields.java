package org.icecore.checkpoint.join;

import java.util.Optional;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.checkpoint.file.SocketOptions;
import org.icecore.criu.proto.SkOptsEntry;

/// Field groups that many messages share, as records of the model.
final class Fields {

    private Fields() {}

    static Optional<OpenFlags> flags(int bits) {
        return Optional.of(new OpenFlags(bits));
    }

    static SocketOptions options(SkOptsEntry options) {
        return new SocketOptions(
                Integer.toUnsignedLong(options.getSoSndbuf()),
                Integer.toUnsignedLong(options.getSoRcvbuf()),
                options.getReuseaddr(),
                options.getSoKeepalive(),
                options.getSoFilterCount());
    }
}
