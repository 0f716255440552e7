package org.icecore.evidence;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip, one member behind the other (RFC 1952), and checks the checksum of each.
///
/// `GZIPInputStream` takes bytes behind a member for nothing and cannot say where a stream is broken; the inflater can.
final class Gunzip implements Decompressor {

    private static final int CHUNK = 1 << 16;
    private static final int TRAILER = 8;

    private final ByteSource packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private long member;
    private long body;
    private long fed;
    private boolean inside;
    private final DefectList defects = new DefectList();
    private Optional<Defect> trailer = Optional.empty();

    Gunzip(ByteSource packed) {
        this.packed = packed;
    }

    @Override
    public int read(ByteBuffer target) throws EvidenceException {
        if (!inside && !begin()) {
            return -1;
        }
        int start = target.position();
        int count = inflate(target);
        checksum.update(target.slice(start, count));
        if (inflater.finished()) {
            finish();
        }
        return count;
    }

    private boolean begin() throws EvidenceException {
        if (trailer.isPresent() || member == packed.size() && member > 0) {
            return false;
        }
        var header = new GzipHeader(packed, member);
        if (!header.begins() && member > 0) {
            trailer = Optional.of(Decompressor.trailer(packed, member));
            return false;
        }
        body = header.end();
        fed = body;
        inflater.reset();
        checksum.reset();
        inside = true;
        return true;
    }

    private int inflate(ByteBuffer target) throws EvidenceException {
        try {
            if (inflater.needsInput()) {
                feed();
            }
            int count = inflater.inflate(target);
            if (inflater.needsDictionary()) {
                throw new DataFormatException("needs a dictionary");
            }
            return count;
        } catch (DataFormatException e) {
            throw new EvidenceException(
                    packed.locate(
                            new ByteRange(Math.min(position(), packed.size()), packed.size())),
                    "gzip stream is broken at 0x%x: %s".formatted(position(), e.getMessage()),
                    e);
        }
    }

    private void feed() throws EvidenceException {
        int length = (int) Math.min(CHUNK, packed.size() - fed);
        if (length == 0) {
            throw truncated();
        }
        packed.read(fed, MemorySegment.ofArray(chunk).asSlice(0, length));
        inflater.setInput(chunk, 0, length);
        fed += length;
    }

    private void finish() throws EvidenceException {
        long end = position();
        if (end > packed.size() - TRAILER) {
            throw truncated();
        }
        var written = ByteBuffer.wrap(packed.bytes(end, TRAILER)).order(ByteOrder.LITTLE_ENDIAN);
        inside = false;
        member = end + TRAILER;
        if (written.getInt() != (int) checksum.getValue()
                || written.getInt() != (int) inflater.getBytesWritten()) {
            defects.add(
                    packed.locate(ByteRange.of(end, TRAILER)),
                    "gzip checksum or length does not fit the content that was unpacked");
        }
    }

    private EvidenceException truncated() {
        return new EvidenceException(
                packed.locate(new ByteRange(packed.size(), packed.size())),
                "gzip stream is truncated: it ends after 0x%x bytes without its end mark"
                        .formatted(packed.size()),
                Defect.Kind.CUT);
    }

    @Override
    public long position() {
        return inside ? body + inflater.getBytesRead() : member;
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
        inflater.close();
    }
}
