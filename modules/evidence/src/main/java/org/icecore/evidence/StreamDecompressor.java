package org.icecore.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Unpacks what a library can unpack from a stream, one stream behind the other.
final class StreamDecompressor implements Decompressor {

    private static final int CHUNK = 1 << 16;
    private static final int PADDING = 4;

    private final StreamFormat format;
    private final ByteSource packed;
    private final PackedStream input;
    private final byte[] chunk = new byte[CHUNK];
    private Optional<InputStream> current = Optional.empty();
    private Optional<Defect> trailer = Optional.empty();

    StreamDecompressor(StreamFormat format, ByteSource packed) {
        this.format = format;
        this.packed = packed;
        this.input = new PackedStream(packed);
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        try {
            if (current.isEmpty() && !begin()) {
                return -1;
            }
            int count =
                    current.orElseThrow()
                            .read(chunk, 0, Math.min(chunk.length, target.remaining()));
            if (count < 0) {
                current = Optional.empty();
                return 0;
            }
            target.put(chunk, 0, count);
            return count;
        } catch (IOException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            // The libraries index tables with numbers from the stream and do not check all of them.
            throw broken(e);
        }
    }

    private boolean begin() throws IOException, EvidenceException {
        if (trailer.isPresent()) {
            return false;
        }
        if (input.position() > 0) {
            skipPadding();
            if (input.atEnd()) {
                return false;
            }
            if (!format.begins(input.peek(StreamFormat.LOOKED_AT))) {
                trailer = Optional.of(Decompressor.trailer(packed, input.position()));
                return false;
            }
        }
        current = Optional.of(format.open(input));
        return true;
    }

    private void skipPadding() throws IOException, EvidenceException {
        while (format.mayPad() && Arrays.equals(input.peek(PADDING), new byte[PADDING])) {
            input.skipNBytes(PADDING);
        }
    }

    private EvidenceException broken(Exception e) {
        if (e.getCause() instanceof EvidenceException found) {
            return found;
        }
        long at = input.position();
        if (input.atEnd()) {
            return new EvidenceException(
                    packed.locate(new ByteRange(at, at)),
                    isEnd(e)
                            ? "%s stream is truncated: it ends after 0x%x bytes without its end mark"
                                    .formatted(format.title(), at)
                            : "%s stream is truncated or broken: it ends after 0x%x bytes; %s"
                                    .formatted(format.title(), at, reason(e)),
                    e);
        }
        return new EvidenceException(
                packed.locate(new ByteRange(at, packed.size())),
                "%s stream is broken before 0x%x: %s".formatted(format.title(), at, reason(e)),
                e);
    }

    /// XZ for Java throws an [EOFException] at the end of a stream that goes on; Commons Compress an exception of its own.
    private static boolean isEnd(Exception e) {
        return e instanceof EOFException || "Unexpected end of stream".equals(e.getMessage());
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public long position() {
        return input.position();
    }

    @Override
    public Optional<Defect> trailer() {
        return trailer;
    }

    @Override
    public void close() {
        Arrays.fill(chunk, (byte) 0);
    }
}
