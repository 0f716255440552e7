package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A compression that a library unpacks from a stream.
interface StreamSource {

    /// Twice what `xz -9` needs to unpack, and as much as is allowed to zstd.
    int MEMORY_KIB = 128 << 10;

    /// Begins to unpack one stream; reads no byte behind its end, or few.
    InputStream open(InputStream packed) throws IOException;

    /// The same without comparing checksums of content; empty if the library cannot leave that out.
    default Optional<InputStream> openUnchecked(InputStream packed) throws IOException {
        return Optional.empty();
    }

    /// Whether a break is nothing but such a checksum that is not that of the content.
    default boolean isChecksum(Exception broken) {
        return false;
    }

    /// Whether a further stream begins with these bytes.
    boolean begins(byte[] first);

    /// Whether zeros may stand between two streams and at the end.
    boolean mayPad();

    /// What to know of a broken stream: that only whole pieces of it can be unpacked. Empty if that is not so.
    default String granularity() {
        return "";
    }

    /// What it is called in messages.
    String title();
}
