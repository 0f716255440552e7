package org.icecore.evidence;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Unpacks what a library can unpack from a stream, one stream behind the other.
final class StreamDecompressor implements Decompressor {

    private static final int CHUNK = 1 << 16;
    private static final int PADDING = 4;
    /// More than a piece of the .xz format unpacks to (2 MiB).
    private static final int MOST_AGAIN = 4 << 20;

    private final StreamSource format;
    private final ByteSource packed;
    private PackedStream input;
    private final byte[] chunk = new byte[CHUNK];
    private Optional<InputStream> current = Optional.empty();
    private Optional<Rest> rest = Optional.empty();
    private long start;
    private long before;
    private long yielded;
    private final DefectList defects = new DefectList();
    private Optional<Defect> trailer = Optional.empty();

    StreamDecompressor(StreamSource format, ByteSource packed) {
        this.format = format;
        this.packed = packed;
        this.input = new PackedStream(packed);
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (rest.isPresent()) {
            return rest(target, rest.get());
        }
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
            yielded += count;
            return count;
        } catch (IOException e) {
            return lastOf(target, e);
        } catch (RuntimeException e) {
            // The libraries index tables with numbers from the stream and do not check all of them.
            return lastOf(target, e);
        }
    }

    /// The libraries drop what they unpacked of a piece before they found it broken: it is unpacked again, byte by byte.
    private int lastOf(ByteBuffer target, Exception broken) throws EvidenceException {
        if (broken.getCause() instanceof EvidenceException found) {
            throw found;
        }
        if (format.isChecksum(broken) && goOnUnchecked(broken)) {
            return 0;
        }
        var last = new byte[0];
        if (current.isPresent()) {
            // Its dictionary can be large, and another is needed now.
            current = Optional.empty();
            last = again();
        }
        yielded += last.length;
        rest = Optional.of(new Rest(ByteBuffer.wrap(last), broken(broken)));
        return rest(target, rest.get());
    }

    /// Unpacks the stream anew up to where a checksum did not fit, and goes on from there.
    private boolean goOnUnchecked(Exception broken) {
        long at = input.position();
        current = Optional.empty();
        var anew = new PackedStream(packed, start, PackedStream.NO_PADDING);
        try {
            var stream = format.openUnchecked(anew);
            if (stream.isEmpty()) {
                return false;
            }
            skip(stream.get(), yielded - before);
            current = stream;
            input = anew;
        } catch (IOException | RuntimeException _) {
            // The break is told as any other.
            return false;
        }
        defects.add(
                packed.locate(new ByteRange(start, at)),
                "%s checksum before 0x%x does not fit the content that was unpacked (%s); no other of the stream that begins at 0x%x is looked at"
                        .formatted(format.title(), at, reason(broken), start));
        return true;
    }

    private static int rest(ByteBuffer target, Rest rest) throws EvidenceException {
        if (!rest.bytes().hasRemaining()) {
            throw rest.end();
        }
        int count = Math.min(target.remaining(), rest.bytes().remaining());
        target.put(rest.bytes().slice().limit(count));
        rest.bytes().position(rest.bytes().position() + count);
        return count;
    }

    /// What the current stream yields behind what was handed out.
    ///
    /// A piece that is cut is unpacked with the least and with the greatest bytes in the place of those that are missing: what
    /// comes out the same does so with any, since a range decoder decides by comparing.
    private byte[] again() {
        var least = again(input.atEnd() ? 0 : PackedStream.NO_PADDING);
        if (!input.atEnd()) {
            return least;
        }
        int same = Arrays.mismatch(least, again(0xff));
        return same < 0 ? least : Arrays.copyOf(least, same);
    }

    private byte[] again(int padding) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = format.open(new PackedStream(packed, start, padding))) {
            skip(stream, yielded - before);
            while (bytes.size() < MOST_AGAIN) {
                int one = stream.read();
                if (one < 0) {
                    break;
                }
                bytes.write(one);
            }
        } catch (IOException | RuntimeException _) {
            // The same break as before; what came in front of it is there.
        }
        return bytes.toByteArray();
    }

    private void skip(InputStream stream, long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int count = stream.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (count < 0) {
                throw new EOFException();
            }
            left -= count;
        }
    }

    /// The last bytes before a break.
    private record Rest(ByteBuffer bytes, EvidenceException end) {}

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
        start = input.position();
        before = yielded;
        current = Optional.of(format.open(input));
        return true;
    }

    private void skipPadding() throws IOException, EvidenceException {
        while (format.mayPad() && Arrays.equals(input.peek(PADDING), new byte[PADDING])) {
            input.skipNBytes(PADDING);
        }
    }

    private EvidenceException broken(Exception e) {
        long at = input.position();
        var there = "; 0x%x bytes were unpacked of it%s".formatted(yielded, format.granularity());
        if (input.atEnd() && isEnd(e)) {
            return new EvidenceException(
                    packed.locate(new ByteRange(at, at)),
                    "%s stream is truncated: it ends after 0x%x bytes without its end mark%s"
                            .formatted(format.title(), at, there),
                    Defect.Kind.CUT);
        }
        if (input.atEnd()) {
            return new EvidenceException(
                    packed.locate(new ByteRange(at, at)),
                    "%s stream is truncated or broken: it ends after 0x%x bytes; %s%s"
                            .formatted(format.title(), at, reason(e), there),
                    e);
        }
        return new EvidenceException(
                packed.locate(new ByteRange(at, packed.size())),
                "%s stream is broken before 0x%x: %s%s"
                        .formatted(format.title(), at, reason(e), there),
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
    public List<Defect> defects() {
        return defects.toList();
    }

    @Override
    public void close() {
        Arrays.fill(chunk, (byte) 0);
    }
}
