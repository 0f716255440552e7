package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// Unpacks as another does, and checks the checksum of what came out at the end.
final class CheckedDecompressor implements Decompressor {

    private final Decompressor decompressor;
    private final ByteSource packed;
    private final int expected;
    private final CRC32 checksum = new CRC32();

    /// @param expected CRC-32 of the content
    CheckedDecompressor(Decompressor decompressor, ByteSource packed, int expected) {
        this.decompressor = decompressor;
        this.packed = packed;
        this.expected = expected;
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        int start = target.position();
        int count = decompressor.read(target);
        if (count >= 0) {
            checksum.update(target.slice(start, target.position() - start));
        } else if (expected != (int) checksum.getValue()) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(0, packed.size())),
                    "checksum 0x%08x does not fit the content that was unpacked"
                            .formatted(expected));
        }
        return count;
    }

    @Override
    public long position() {
        return decompressor.position();
    }

    @Override
    public Optional<Defect> trailer() {
        return decompressor.trailer();
    }

    @Override
    public List<Defect> defects() {
        return decompressor.defects();
    }

    @Override
    public void close() {
        decompressor.close();
    }
}
