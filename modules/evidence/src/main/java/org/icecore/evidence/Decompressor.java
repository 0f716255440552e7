package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Unpacks a source from its beginning to its end.
interface Decompressor extends AutoCloseable {

    /// Puts bytes into `target`, a direct buffer with room left; returns how many, which may be 0, or -1 at the end.
    ///
    /// @throws EvidenceException if the stream is broken or ends too early, located in the packed bytes; what is in
    ///     `target` by then was unpacked before
    int read(ByteBuffer target) throws EvidenceException;

    /// Packed bytes taken so far.
    long position();

    /// What stands behind the end of the stream and does not belong to it; known at the end.
    Optional<Defect> trailer();

    /// What did not fit so far and stopped nothing: a checksum that is not that of what was unpacked.
    default List<Defect> defects() {
        return List.of();
    }

    @Override
    void close();

    /// Bytes that follow a whole stream from `position` on.
    static Defect trailer(ByteSource packed, long position) {
        return new Defect(
                packed.locate(new ByteRange(position, packed.size())),
                "%s behind the end of the compressed stream, not unpacked"
                        .formatted(Amount.of(packed.size() - position, "byte")),
                Defect.Kind.ODD);
    }
}
