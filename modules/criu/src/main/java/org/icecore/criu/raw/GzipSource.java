package org.icecore.criu.raw;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.zip.GZIPInputStream;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// The unpacked bytes of a gzip file, read forwards: a step back begins anew, so it is for what goes from header to
/// header. Keeps no bytes, on disk or in memory.
///
/// Not for several threads.
final class GzipSource implements ByteSource {

    /// What is unpacked at most: a bomb costs seconds, and a tmpfs of that size does not fit a machine's memory easily.
    static final long MOST = 4L << 30;

    private static final int CHUNK = 1 << 16;

    private final ByteSource packed;
    private final long size;
    private InputStream stream = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;

    private GzipSource(ByteSource packed, long size) {
        this.packed = packed;
        this.size = size;
    }

    /// @throws EvidenceException if the bytes are no gzip, end early, or unpack to more than [#MOST]
    static GzipSource of(ByteSource packed) throws EvidenceException {
        var chunk = new byte[CHUNK];
        long size = 0;
        try (var stream = open(packed)) {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                size += count;
                if (size > MOST) {
                    throw new EvidenceException(
                            whole(packed),
                            "unpacks to more than %d bytes; not listed".formatted(MOST));
                }
            }
        } catch (IOException e) {
            throw new EvidenceException(whole(packed), "gzip: " + reason(e), e);
        }
        return new GzipSource(packed, size);
    }

    private static InputStream open(ByteSource packed) throws IOException {
        return new GZIPInputStream(new SourceStream(packed), CHUNK);
    }

    private static String reason(IOException failure) {
        return failure instanceof EOFException ? "ends early" : failure.getMessage();
    }

    private static Location whole(ByteSource packed) {
        return packed.locate(new ByteRange(0, packed.size()));
    }

    @Override
    public long size() {
        return size;
    }

    /// All of the packed file: which of its bytes hold which unpacked ones is nobody's guess.
    @Override
    public Location locate(ByteRange range) {
        return whole(packed);
    }

    @Override
    public void read(long from, MemorySegment target) throws EvidenceException {
        if (from < 0 || target.byteSize() > size - from) {
            throw new EvidenceException(
                    whole(packed),
                    "unpacks to %d bytes; %d at %d were asked for"
                            .formatted(size, target.byteSize(), from));
        }
        try {
            if (from < position) {
                stream.close();
                stream = open(packed);
                position = 0;
            }
            stream.skipNBytes(from - position);
            byte[] bytes = stream.readNBytes(Math.toIntExact(target.byteSize()));
            position = from + bytes.length;
            if (bytes.length < target.byteSize()) {
                throw new EvidenceException(whole(packed), "gzip: ends early");
            }
            MemorySegment.copy(
                    bytes, 0, target, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
        } catch (IOException e) {
            position = Long.MAX_VALUE;
            throw new EvidenceException(whole(packed), "gzip: " + reason(e), e);
        }
    }

    private static final class SourceStream extends InputStream {

        private final ByteSource source;
        private long at;

        SourceStream(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = (int) Math.min(length, source.size() - at);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            try {
                source.read(at, MemorySegment.ofArray(target).asSlice(offset, count));
            } catch (EvidenceException e) {
                throw new IOException(e.getMessage(), e);
            }
            at += count;
            return count;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, source.size() - at);
        }
    }
}
