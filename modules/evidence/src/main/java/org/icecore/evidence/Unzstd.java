package org.icecore.evidence;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Unpacks zstd, one frame behind the other, frames to be skipped included (RFC 8878, section 3.1).
///
/// A frame that needs a window of more than 128 MiB is refused, which bounds the memory.
final class Unzstd implements Decompressor {

    private static final int CHUNK = 1 << 20;
    private static final int MAGIC = 4;

    private final ByteSource packed;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer chunk;
    private long fed;
    private boolean inside;
    private Optional<Defect> trailer = Optional.empty();

    Unzstd(ByteSource packed) {
        this.packed = packed;
        this.chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, packed.size())).limit(0);
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (!inside && !begin()) {
            return -1;
        }
        if (!chunk.hasRemaining()) {
            feed();
        }
        boolean exhausted = !chunk.hasRemaining();
        int start = target.position();
        try {
            inside = !context.decompressDirectByteBufferStream(target, chunk);
        } catch (ZstdException e) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(position(), packed.size())),
                    "zstd stream is broken at or behind 0x%x: %s"
                            .formatted(position(), e.getMessage()),
                    e);
        }
        int count = target.position() - start;
        if (inside && exhausted && count == 0) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(packed.size(), packed.size())),
                    "zstd stream is truncated: it ends after 0x%x bytes in the middle of a frame"
                            .formatted(packed.size()),
                    Defect.Kind.CUT);
        }
        return count;
    }

    private boolean begin() throws EvidenceException {
        long position = position();
        if (trailer.isPresent() || position == packed.size()) {
            return false;
        }
        if (packed.size() - position < MAGIC
                || !ZstdFrame.begins(packed.bytes(position, MAGIC), 0)) {
            trailer = Optional.of(Decompressor.trailer(packed, position));
            return false;
        }
        inside = true;
        return true;
    }

    private void feed() throws EvidenceException {
        int length = (int) Math.min(CHUNK, packed.size() - fed);
        chunk.clear().limit(length);
        packed.read(fed, MemorySegment.ofBuffer(chunk));
        fed += length;
    }

    @Override
    public long position() {
        return fed - chunk.remaining();
    }

    @Override
    public Optional<Defect> trailer() {
        return trailer;
    }

    @Override
    public void close() {
        context.close();
    }
}
