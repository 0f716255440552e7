package org.icecore.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Goes on behind a tar header whose size leads beyond the end of the archive.
///
/// Such a size is as a rule the truth: the archive was cut. Then whatever headers stand behind it belong to an archive
/// within the member, as to `rootfs-diff.tar`, and must not pass for members. It is taken for a lie only where the headers
/// behind it lead on, one by one, to an end mark behind which there is nothing: what was cut has no end.
final class TarRecovery {

    /// Archivers fill the last record up with zeros; a tar within a member that is cut in there is whole all the same.
    private static final long LARGEST_RECORD = 1 << 20;

    private static final long LOOKED_AT = 256L << 20;
    private static final int MEMBER_LIMIT = 1_000_000;
    private static final int MEMBERS_PER_REPORT = 256;
    private static final int SMALLEST_CHUNK = 1 << 12;
    private static final int LARGEST_CHUNK = 1 << 20;
    private static final byte[] MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

    private final ByteSource source;
    private final Progress progress;
    private boolean proven;

    TarRecovery(ByteSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /// Where to go on, or -1 if the archive is cut.
    ///
    /// Each call goes forward only, and what was once proven to lead to the end is not proven again: however many sizes
    /// lie, the archive is read twice at most.
    ///
    /// @param from the first byte behind the header
    /// @param end where its content is to end, beyond the archive
    long behind(long from, long end) throws EvidenceException {
        long next = next(from, end);
        if (next >= 0 && !proven) {
            proven = leadsToTheEnd(next);
        }
        return proven ? next : -1;
    }

    /// The first whole header; -1 if there is none, or if it may well be of an archive that is the content.
    private long next(long from, long end) throws EvidenceException {
        long next = wholeHeader(from);
        boolean content = next == from && end - source.size() <= LARGEST_RECORD;
        return content ? -1 : next;
    }

    /// Where the first whole header stands at `from` or behind it; -1 if there is none near enough.
    long wholeHeader(long from) throws EvidenceException {
        long last = Math.min(source.size(), TarReader.saturated(from, LOOKED_AT));
        // As a rule it is near; where none is, few long pieces are read.
        int chunk = SMALLEST_CHUNK;
        for (long start = from; start <= last - TarHeader.BLOCK; start += chunk) {
            progress.advance(from, source.size());
            chunk = start == from ? chunk : Math.min(2 * chunk, LARGEST_CHUNK);
            var bytes = source.bytes(start, (int) Math.min(chunk, last - start));
            for (int at = 0; at <= bytes.length - TarHeader.BLOCK; at += TarHeader.BLOCK) {
                int magic = at + TarField.MAGIC.start;
                if (Arrays.equals(bytes, magic, magic + MAGIC.length, MAGIC, 0, MAGIC.length)
                        && headerIn(bytes, at).isWhole()) {
                    return start + at;
                }
            }
        }
        return -1;
    }

    private static TarHeader headerIn(byte[] bytes, int at) {
        return new TarHeader(Arrays.copyOfRange(bytes, at, at + TarHeader.BLOCK));
    }

    private boolean leadsToTheEnd(long first) {
        var reader = new TarReader(source, new DefectList());
        long at = first;
        try {
            for (int members = 0; at >= 0 && members < MEMBER_LIMIT; members++) {
                if (reader.headerAt(at).isZero()) {
                    return endsAt(at);
                }
                var entry = reader.entryAt(at, -1);
                if (entry.isEmpty()) {
                    return false;
                }
                long end = entry.get().stored().end();
                at =
                        end > source.size()
                                ? next(entry.get().member().header().end(), end)
                                : entry.get().next();
                if (members % MEMBERS_PER_REPORT == 0) {
                    progress.advance(first, source.size());
                }
            }
        } catch (EvidenceException _) {
            // A header that cannot be read leads nowhere.
            return false;
        }
        return false;
    }

    private boolean endsAt(long mark) throws EvidenceException {
        long length = source.size() - mark;
        if (length < 2 * TarHeader.BLOCK || length > LARGEST_RECORD) {
            return false;
        }
        for (byte value : source.bytes(mark, (int) length)) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
