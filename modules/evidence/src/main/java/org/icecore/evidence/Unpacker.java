package org.icecore.evidence;

import java.io.IOException;
import java.util.Optional;

/// Moves what a decompressor yields into a sink.
record Unpacker(ByteSource packed, Decompressor decompressor, SealedSink sink) {

    private static final int BYTES_PER_REPORT = 1 << 18;

    /// Unpacks until the end or the break, or until more than `most` bytes have come; returns the break.
    ///
    /// @throws EvidenceException if more is unpacked than is allowed
    Optional<EvidenceException> run(long most, Progress progress)
            throws IOException, EvidenceException {
        long start = sink.total();
        long reported = -BYTES_PER_REPORT;
        while (sink.total() - start <= most) {
            if (decompressor.position() - reported >= BYTES_PER_REPORT) {
                reported = decompressor.position();
                progress.advance(reported, packed.size());
            }
            var room = sink.room(packed);
            try {
                if (decompressor.read(room) < 0) {
                    return Optional.empty();
                }
            } catch (EvidenceException broken) {
                return Optional.of(broken);
            }
        }
        return Optional.empty();
    }
}
