package org.icecore.criu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;

/// The number by which CRIU marks what kind of image a file is.
public record ImageMagic(int value) {

    /// The magic that `source` begins with, whatever its name: the word behind a common or service magic, or that of a kind
    /// of image known to this release. Empty if it begins with none of these.
    ///
    /// @throws EvidenceException if the source cannot be read
    public static Optional<ImageMagic> of(ByteSource source) throws EvidenceException {
        if (source.size() < Integer.BYTES) {
            return Optional.empty();
        }
        var bytes = new byte[2 * Integer.BYTES];
        int there = (int) Math.min(bytes.length, source.size());
        source.read(0, MemorySegment.ofArray(bytes).asSlice(0, there));
        for (var order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            var words = ByteBuffer.wrap(bytes).order(order);
            int first = words.getInt(0);
            if (first == HeaderForm.COMMON_MAGIC || first == HeaderForm.SERVICE_MAGIC) {
                return Optional.of(
                        new ImageMagic(there < bytes.length ? first : words.getInt(Integer.BYTES)));
            }
            if (ImageKind.magicName(first).isPresent()) {
                return Optional.of(new ImageMagic(first));
            }
        }
        return Optional.empty();
    }

    /// The kind that has this magic, as crit names it; empty if this release knows none.
    public Optional<String> kind() {
        return ImageKind.magicName(value);
    }

    /// `0x54564319`.
    @Override
    public String toString() {
        return "0x%08x".formatted(value);
    }
}
