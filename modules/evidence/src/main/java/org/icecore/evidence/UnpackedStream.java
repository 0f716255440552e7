package org.icecore.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Unpacked bytes as a stream that ends in an exception rather than too early.
final class UnpackedStream extends InputStream {

    private static final int CHUNK = 1 << 16;

    private final ByteSource packed;
    private final Decompressor decompressor;
    private final long limit;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).limit(0);
    private long total;
    private boolean ended;
    private Optional<EvidenceException> failure = Optional.empty();

    UnpackedStream(ByteSource packed, Decompressor decompressor, long limit) {
        this.packed = packed;
        this.decompressor = decompressor;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.remaining());
        chunk.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!chunk.hasRemaining()) {
            if (failure.isPresent()) {
                throw new IOException(failure.get().getMessage(), failure.get());
            }
            if (ended) {
                return false;
            }
            unpack();
        }
        return true;
    }

    /// Fills the chunk; what is unpacked before a failure is handed out before it.
    private void unpack() {
        chunk.clear();
        try {
            ended = decompressor.read(chunk) < 0;
            if (ended) {
                failure = decompressor.defects().stream().findFirst().map(UnpackedStream::failure);
            }
        } catch (EvidenceException e) {
            failure = Optional.of(e);
        }
        chunk.flip();
        if (chunk.remaining() > limit - total) {
            chunk.limit((int) (limit - total));
            failure =
                    Optional.of(
                            new EvidenceException(
                                    packed.locate(new ByteRange(0, packed.size())),
                                    "unpacks to more than the %d bytes allowed".formatted(limit)));
        }
        total += chunk.remaining();
    }

    private static EvidenceException failure(Defect defect) {
        return new EvidenceException(defect.at(), defect.text(), defect.kind());
    }

    @Override
    public void close() {
        decompressor.close();
    }
}
