package org.icecore.evidence;

import java.nio.ByteBuffer;

/// The first unpacked bytes of a compressed source, to see what it holds before all of it is unpacked.
final class Beginning {

    private Beginning() {}

    /// @throws EvidenceException if the stream breaks before it yields a tar header
    static ByteSource of(ByteSource packed) throws EvidenceException {
        var target = ByteBuffer.allocateDirect(2 * TarHeader.BLOCK);
        try (var decompressor = Compression.of(packed).decompressor(packed)) {
            while (target.hasRemaining() && decompressor.read(target) >= 0) {
                // Each turn fills some of the rest.
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
