package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks the deflated content of a zip's member (RFC 1951) and checks its checksum.
final class Inflate implements Decompressor {

    private static final int CHUNK = 1 << 16;

    private final ByteSource packed;
    private final OptionalInt expected;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private long fed;

    /// @param packed the deflated bytes and no others
    /// @param expected CRC-32 of the content
    Inflate(ByteSource packed, int expected) {
        this(packed, OptionalInt.of(expected));
    }

    private Inflate(ByteSource packed, OptionalInt expected) {
        this.packed = packed;
        this.expected = expected;
    }

    /// For content whose checksum is not known yet, and behind which other bytes may follow.
    static Inflate unchecked(ByteSource packed) {
        return new Inflate(packed, OptionalInt.empty());
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (inflater.finished()) {
            return -1;
        }
        if (inflater.needsInput()) {
            feed();
        }
        int start = target.position();
        try {
            int count = inflater.inflate(target);
            if (inflater.needsDictionary()) {
                throw new DataFormatException("needs a dictionary");
            }
            checksum.update(target.slice(start, count));
        } catch (DataFormatException e) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(position(), packed.size())),
                    "deflated content is broken: " + e.getMessage(),
                    e);
        }
        if (inflater.finished()
                && expected.isPresent()
                && expected.getAsInt() != (int) checksum.getValue()) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(0, packed.size())),
                    "checksum 0x%08x does not fit the content that was unpacked"
                            .formatted(expected.getAsInt()));
        }
        return target.position() - start;
    }

    private void feed() throws EvidenceException {
        int length = (int) Math.min(CHUNK, packed.size() - fed);
        if (length == 0) {
            throw new EvidenceException(
                    packed.locate(new ByteRange(packed.size(), packed.size())),
                    "deflated content ends without its end mark");
        }
        packed.read(fed, MemorySegment.ofArray(chunk).asSlice(0, length));
        inflater.setInput(chunk, 0, length);
        fed += length;
    }

    @Override
    public long position() {
        return inflater.getBytesRead();
    }

    @Override
    public Optional<Defect> trailer() {
        return position() == packed.size()
                ? Optional.empty()
                : Optional.of(Decompressor.trailer(packed, position()));
    }

    @Override
    public void close() {
        inflater.close();
    }
}
