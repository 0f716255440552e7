package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Compares what the list of members of a zip archive says of their contents with the headers in front of these. Where both
/// contradict each other, one lies: the one counts under whose word the content has its checksum.
///
/// Source: APPNOTE.TXT 6.3.10, section 4.3.7 and, for headers that do not know the sizes yet, 4.4.4.
final class ZipReadings {

    private static final long LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int SIZES_FOLLOW = 8;
    private static final int CHUNK = 1 << 16;

    private final ByteSource zip;
    private final long end;
    private final DefectList defects;
    private final Progress progress;
    private long left;

    /// @param end where the members end
    /// @param limit bytes that are read and unpacked at most to see which word holds, of all members together
    ZipReadings(ByteSource zip, long end, long limit, DefectList defects, Progress progress) {
        this.zip = zip;
        this.end = end;
        this.left = limit;
        this.defects = defects;
        this.progress = progress;
    }

    /// The members as they are to be read.
    List<ZipEntry> settled(List<ZipEntry> listed) throws EvidenceException {
        var settled = new ArrayList<ZipEntry>(listed.size());
        for (var entry : listed) {
            settled.add(entry.hasContent() && !entry.encrypted() ? settled(entry) : entry);
        }
        return settled;
    }

    private ZipEntry settled(ZipEntry entry) throws EvidenceException {
        long start = entry.local();
        // Of an archive without a list the header is all there is.
        if (start < 0 || start > end - LOCAL_LENGTH || entry.record().start() == start) {
            return entry;
        }
        var header = ZipRecord.at(zip, start, LOCAL_LENGTH);
        int names = header.u16(26);
        int extras = header.u16(28);
        long content = start + LOCAL_LENGTH + names + extras;
        if (!header.is(LOCAL) || content > end || (header.u16(6) & SIZES_FOLLOW) != 0) {
            return entry;
        }
        // What another member's header says is no word on this one.
        var name = TarText.of(zip.bytes(start + LOCAL_LENGTH, names), 0, names).value();
        if (!name.equals(entry.name()) && !ZipNames.withSlashes(name).equals(entry.name())) {
            return entry;
        }
        var wide =
                new ZipScan.WideNumbers(
                        ZipRecord.of(zip.bytes(start + LOCAL_LENGTH + names, extras)));
        long size = wide.or(header.u32(22));
        long packed = wide.or(header.u32(18));
        var other = entry.reading(header.u16(8), (int) header.u32(14), packed, size);
        return other.equals(entry)
                ? entry
                : chosen(entry, other, content, new ByteRange(start, content));
    }

    private ZipEntry chosen(ZipEntry listed, ZipEntry headed, long content, ByteRange header)
            throws EvidenceException {
        boolean list = holds(listed, content);
        boolean own = !list && holds(headed, content);
        boolean fits = own || !list && !fits(listed, content) && fits(headed, content);
        defects.add(
                zip.locate(header),
                "the header of %s says %s, the list of members %s; %s"
                        .formatted(
                                Quoted.of(listed.name()),
                                words(headed),
                                words(listed),
                                list
                                        ? "read as the list says: so the checksum holds"
                                        : own
                                                ? "read as the header says: so the checksum holds"
                                                : "the checksum holds under neither; read as the %s says"
                                                        .formatted(fits ? "header" : "list")));
        return fits ? headed : listed;
    }

    private static String words(ZipEntry entry) {
        return "%s in %d, %s, checksum 0x%08x"
                .formatted(
                        Amount.of(entry.size(), "byte"),
                        entry.packed(),
                        entry.method() == ZipEntry.STORED
                                ? "stored"
                                : ZipMethod.title(entry.method()),
                        entry.checksum());
    }

    private boolean fits(ZipEntry entry, long content) {
        return entry.size() >= 0
                && entry.packed() >= 0
                && entry.packed() <= end - content
                && (entry.method() != ZipEntry.STORED || entry.isStored());
    }

    /// Whether the content is just what the entry says; no, if telling would take unpacking more than may be.
    private boolean holds(ZipEntry entry, long content) throws EvidenceException {
        if (!fits(entry, content)) {
            return false;
        }
        // Contents can be made to lie in one another, so that all of them are more than the
        // archive.
        left -= entry.packed();
        if (left < 0) {
            return false;
        }
        var packed = zip.slice(ByteRange.of(content, entry.packed()));
        return entry.isStored()
                ? checksum(packed) == entry.checksum()
                : ZipMethod.of(entry.method()).isPresent() && unpacks(entry, packed);
    }

    private int checksum(ByteSource stored) throws EvidenceException {
        var checksum = new CRC32();
        for (long at = 0; at < stored.size(); at += CHUNK) {
            progress.advance(0, zip.size());
            checksum.update(stored.bytes(at, (int) Math.min(CHUNK, stored.size() - at)));
        }
        return (int) checksum.getValue();
    }

    private boolean unpacks(ZipEntry entry, ByteSource packed) {
        long size = 0;
        var target = ByteBuffer.allocateDirect(CHUNK);
        try (var unpacked = ZipMethod.of(entry.method()).orElseThrow().open(packed, entry)) {
            int count = unpacked.read(target.clear());
            while (count >= 0) {
                progress.advance(0, zip.size());
                size += count;
                left -= count;
                if (size > entry.size() || left < 0) {
                    return false;
                }
                count = unpacked.read(target.clear());
            }
            return size == entry.size() && unpacked.trailer().isEmpty();
        } catch (EvidenceException _) {
            // Broken, cut, or of another checksum.
            return false;
        }
    }
}
