package org.icecore.evidence;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
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
    private final DefectList defects = new DefectList();
    private long fed;
    private long frame;
    private Optional<ZstdPiece> piece = Optional.empty();
    private boolean drained = true;
    private Optional<Defect> trailer = Optional.empty();

    Unzstd(ByteSource packed) {
        this.packed = packed;
        this.chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, packed.size())).limit(0);
    }

    /// The library gets one piece at a time: of a call that fails it does not tell what it unpacked before.
    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (piece.isEmpty() && !begin()) {
            return -1;
        }
        var current = piece.orElseThrow();
        if (position() == current.end() && drained) {
            current = following(current);
            piece = Optional.of(current);
        }
        if (!chunk.hasRemaining() && position() < current.end()) {
            feed();
        }
        boolean exhausted = !chunk.hasRemaining() && position() < current.end();
        int start = target.position();
        if (unpack(target, current)) {
            piece = Optional.empty();
        }
        int count = target.position() - start;
        drained = target.hasRemaining();
        if (piece.isPresent() && exhausted && count == 0) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(packed.size(), packed.size())),
                    "zstd stream is truncated: it ends after 0x%x bytes in the middle of a frame"
                            .formatted(packed.size()),
                    Defect.Kind.CUT);
        }
        return count;
    }

    private ZstdPiece following(ZstdPiece last) throws EvidenceException {
        if (last.next() == ZstdPiece.Next.NOTHING) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(last.at(), packed.size())),
                    "zstd stream is broken at 0x%x: the frame does not end with its last %s"
                            .formatted(last.at(), last.kind().title()));
        }
        return last.following(this::number);
    }

    /// Whether the frame ended with what the chunk has of the piece.
    private boolean unpack(ByteBuffer target, ZstdPiece current) throws EvidenceException {
        int limit = chunk.limit();
        chunk.limit((int) Math.min(limit, chunk.position() + current.end() - position()));
        try {
            return context.decompressDirectByteBufferStream(target, chunk);
        } catch (ZstdException e) {
            if (current.kind() != ZstdPiece.Kind.CHECKSUM) {
                throw new EvidenceException(
                        packed.locate(new ByteRange(current.at(), packed.size())),
                        "zstd stream is broken at 0x%x, a %s: %s"
                                .formatted(current.at(), current.kind().title(), e.getMessage()),
                        e);
            }
            defects.add(
                    packed.locate(new ByteRange(current.at(), current.end())),
                    "zstd checksum of the frame at 0x%x does not fit the content that was unpacked"
                            .formatted(frame));
            context.reset();
            chunk.position(chunk.limit());
            return true;
        } finally {
            chunk.limit(limit);
        }
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
        frame = position;
        piece = Optional.of(ZstdPiece.first(this::number, position));
        return true;
    }

    /// Headers of blocks are small and many: what is at hand is not read again.
    private long number(long at, int length) throws EvidenceException {
        long offset = chunk.position() + at - position();
        if (at < position() || offset + length > chunk.limit()) {
            return ZstdPiece.Numbers.of(packed).at(at, length);
        }
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | chunk.get((int) offset + i) & 0xff;
        }
        return number;
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
    public List<Defect> defects() {
        return defects.toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
