package org.icecore.evidence;

import java.io.IOException;

/// Moves what a decompressor yields into a sink.
record Unpacker(ByteSource packed, Decompressor decompressor, SealedSink sink) {

    private static final int BYTES_PER_REPORT = 1 << 18;

    /// Unpacks until the end, the break, or `most` bytes; what is wrong goes into `defects`.
    ///
    /// @throws EvidenceException if there is nothing to unpack at all, or more than is allowed
    void run(long most, Progress progress, DefectList defects)
            throws IOException, EvidenceException {
        long start = sink.total();
        try {
            fill(start, most, progress);
        } catch (BrokenStream broken) {
            if (sink.total() == start) {
                throw broken.found;
            }
            defects.add(
                    broken.found.at(), broken.found.defect() + "; the content up to there is shown");
        }
        decompressor.trailer().ifPresent(trailer -> defects.add(trailer.at(), trailer.text()));
    }

    private void fill(long start, long most, Progress progress)
            throws IOException, EvidenceException, BrokenStream {
        long reported = -BYTES_PER_REPORT;
        while (sink.total() - start <= most) {
            if (decompressor.position() - reported >= BYTES_PER_REPORT) {
                reported = decompressor.position();
                progress.advance(reported, packed.size());
            }
            var room = sink.room(packed);
            try {
                if (decompressor.read(room) < 0) {
                    return;
                }
            } catch (EvidenceException e) {
                throw new BrokenStream(e);
            }
        }
    }

    /// Tells a broken stream, behind which other content can be read, from a limit that is reached.
    private static final class BrokenStream extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient EvidenceException found;

        BrokenStream(EvidenceException found) {
            super(found);
            this.found = found;
        }
    }
}
