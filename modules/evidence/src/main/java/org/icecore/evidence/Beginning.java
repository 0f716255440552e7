package org.icecore.evidence;

import java.nio.ByteBuffer;

/// The first unpacked bytes of a compressed source, to see what it holds before all of it is unpacked.
final class Beginning {

    private Beginning() {}

    /// @throws EvidenceException if the stream breaks before it yields a tar header
    static ByteSource of(ByteSource packed, Progress progress) throws EvidenceException {
        var target = ByteBuffer.allocateDirect(2 * TarHeader.BLOCK);
        try (var decompressor = Compression.of(packed).decompressor(packed)) {
            while (target.hasRemaining() && decompressor.read(target) >= 0) {
                // Nothing is done yet, but a hostile stream can go on without a byte, and the
                // examiner may want to stop.
                progress.advance(0, packed.size());
            }
        } catch (EvidenceException e) {
            if (target.position() < TarHeader.BLOCK) {
                throw e;
            }
        }
        var bytes = new byte[target.flip().remaining()];
        target.get(bytes);
        return ByteSource.of(packed.locate(new ByteRange(0, 0)).member() + " (unpacked)", bytes);
    }
}
