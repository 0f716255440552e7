package org.icecore.evidence;

import java.nio.ByteBuffer;

/// Finds where a member of a zip archive ends whose sizes follow its content.
///
/// Source: APPNOTE.TXT 6.3.10, section 4.3.9. Deflated content ends by itself; of content that is stored, the end is where
/// a descriptor names just as many bytes as lie in front of it.
final class ZipStreamEnd {

    static final long DESCRIPTOR = 0x08074b50;
    private static final int CHUNK = 1 << 16;
    private static final int SIGNATURE = Integer.BYTES;

    private final ByteSource zip;
    private final Progress progress;
    private final byte[] chunk = new byte[CHUNK];
    private long left;

    /// @param packed bytes of the content as the archive holds it; more than there are, if it is cut
    /// @param next behind its descriptor
    record Found(long packed, long size, int checksum, long next) {}

    /// @param limit bytes that are unpacked at most, of all members together
    ZipStreamEnd(ByteSource zip, long limit, Progress progress) {
        this.zip = zip;
        this.progress = progress;
        this.left = limit;
    }

    /// @param wide whether the sizes are of 64 bits
    Found of(long content, int method, boolean wide) throws EvidenceException {
        return switch (method) {
            case ZipEntry.DEFLATED -> deflated(content, wide);
            case ZipEntry.STORED -> stored(content, wide);
            default -> cut(0);
        };
    }

    private Found deflated(long content, boolean wide) throws EvidenceException {
        var packed = zip.slice(new ByteRange(content, zip.size()));
        long size = 0;
        try (var inflate = Inflate.unchecked(packed)) {
            var target = ByteBuffer.wrap(chunk);
            for (int count = 0; count >= 0; count = inflate.read(target.clear())) {
                size += count;
                if (size > left) {
                    return cut(size);
                }
                progress.advance(0, zip.size());
            }
            left -= size;
            return described(content, inflate.position(), size, wide);
        } catch (EvidenceException _) {
            left -= size;
            return cut(size);
        }
    }

    private Found described(long content, long packed, long size, boolean wide)
            throws EvidenceException {
        long at = content + packed;
        int numbers = wide ? 2 * Long.BYTES : 2 * Integer.BYTES;
        if (zip.size() - at < SIGNATURE + Integer.BYTES + numbers) {
            return new Found(packed, size, 0, zip.size());
        }
        var record = ZipRecord.at(zip, at, SIGNATURE + Integer.BYTES);
        boolean signed = record.is(DESCRIPTOR);
        return new Found(
                packed,
                size,
                (int) record.u32(signed ? SIGNATURE : 0),
                at + (signed ? SIGNATURE : 0) + Integer.BYTES + numbers);
    }

    private Found stored(long content, boolean wide) throws EvidenceException {
        int numbers = wide ? Long.BYTES : Integer.BYTES;
        int length = SIGNATURE + Integer.BYTES + 2 * numbers;
        for (long from = content; from <= zip.size() - length; from += CHUNK - length + 1) {
            progress.advance(0, zip.size());
            int count = (int) Math.min(CHUNK, zip.size() - from);
            var window = ZipRecord.at(zip, from, count);
            for (int at = 0; at <= count - length; at++) {
                long before = from + at - content;
                if (window.u32(at) == DESCRIPTOR
                        && (wide ? window.u64(at + 8) : window.u32(at + 8)) == before) {
                    return new Found(before, before, (int) window.u32(at + 4), from + at + length);
                }
            }
        }
        return cut(0);
    }

    private Found cut(long size) {
        return new Found(Long.MAX_VALUE, size, 0, zip.size());
    }
}
