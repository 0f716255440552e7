package org.icecore.analysis.content;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Progress;

/// The content of a ghost file, read where it lies: its chunks, and zeros between them, as a restored file has.
public final class GhostContent implements ByteSource {

    /// A hostile hole can be of any size, and its digest takes as long.
    private static final long MOST_HASHED = 1L << 32;

    private final ByteSource image;
    private final GhostFile file;

    private GhostContent(ByteSource image, GhostFile file) {
        this.image = image;
        this.file = file;
    }

    /// The content of `file`.
    ///
    /// @throws EvidenceException if its image cannot be opened
    public static GhostContent of(Checkpoint checkpoint, GhostFile file) throws EvidenceException {
        var name = file.at().member();
        var member =
                checkpoint
                        .archive()
                        .find(name)
                        .orElseThrow(() -> new EvidenceException(file.at(), "is not there"));
        return new GhostContent(checkpoint.archive().open(member), file);
    }

    /// SHA-256 of the whole; empty for a size that takes too long, which a hostile image may claim.
    public Optional<Digest> sha256(Progress progress) throws EvidenceException {
        return size() > MOST_HASHED || size() < 0
                ? Optional.empty()
                : Optional.of(Digest.of(this, progress));
    }

    @Override
    public long size() {
        return file.size();
    }

    /// The image's bytes where the range begins in a chunk; else the file's description.
    @Override
    public Location locate(ByteRange range) {
        for (var chunk : file.chunks()) {
            var from = range.start() - chunk.offset();
            if (from >= 0 && from + range.length() <= chunk.payload().length()) {
                return image.locate(chunk.payload().slice(from, range.length()));
            }
        }
        return file.at();
    }

    @Override
    public void read(long position, MemorySegment target) throws EvidenceException {
        if (position < 0 || position > size() - target.byteSize()) {
            throw new EvidenceException(file.at(), "the file has %d bytes".formatted(size()));
        }
        target.fill((byte) 0);
        var end = position + target.byteSize();
        for (var chunk : file.chunks()) {
            if (chunk.offset() < 0) {
                continue;
            }
            var from = Math.max(position, chunk.offset());
            // Hostile offsets reach past the largest number.
            var room = Math.min(chunk.payload().length(), Long.MAX_VALUE - chunk.offset());
            var to = Math.min(end, chunk.offset() + room);
            if (from < to) {
                image.read(
                        chunk.payload().start() + from - chunk.offset(),
                        target.asSlice(from - position, to - from));
            }
        }
    }
}
