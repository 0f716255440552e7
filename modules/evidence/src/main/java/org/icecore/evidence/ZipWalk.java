package org.icecore.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Goes from member to member of a zip archive whose central directory is cut off, by the headers in front of them.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.9. Such a header says neither what kind of file it is nor with what
/// rights; where the content was written as a stream, it says no sizes either, and they follow the content.
final class ZipWalk {

    private static final long LOCAL = 0x04034b50;
    private static final long SPLIT_MARK = 0x08074b50;
    private static final long IN_64 = 0xffffffffL;
    private static final int LOCAL_LENGTH = 30;
    private static final int MEMBER_LIMIT = 1_000_000;
    private static final long NAME_LIMIT = 128L << 20;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int UNKNOWN_HOST = -1;

    private final ByteSource zip;
    private final Progress progress;
    private final ZipStreamEnd streams;
    private final List<ZipEntry> entries = new ArrayList<>();
    private final DefectList defects = new DefectList();
    private long nameLength;

    /// @param limit bytes that are unpacked at most to find where members end
    ZipWalk(ByteSource zip, long limit, Progress progress) throws EvidenceException {
        this.zip = zip;
        this.progress = progress;
        this.streams = new ZipStreamEnd(zip, limit, progress);
        long at = isAt(0, SPLIT_MARK) ? Integer.BYTES : 0;
        while (at >= 0 && isAt(at, LOCAL)) {
            at = memberAt(at);
        }
    }

    List<ZipEntry> entries() {
        return entries;
    }

    List<Defect> defects() {
        return defects.toList();
    }

    private boolean isAt(long position, long signature) throws EvidenceException {
        return position <= zip.size() - Integer.BYTES
                && ZipRecord.at(zip, position, Integer.BYTES).is(signature);
    }

    /// Lists the member at `start`; returns where the next one is to be, or -1.
    private long memberAt(long start) throws EvidenceException {
        progress.advance(0, zip.size());
        if (zip.size() - start < LOCAL_LENGTH) {
            return cut(start);
        }
        var record = ZipRecord.at(zip, start, LOCAL_LENGTH);
        int names = record.u16(26);
        int extras = record.u16(28);
        long content = start + LOCAL_LENGTH + names + extras;
        if (content > zip.size()) {
            return cut(start);
        }
        var name = TarText.of(zip.bytes(start + LOCAL_LENGTH, names), 0, names);
        var extra = ZipRecord.of(zip.bytes(start + LOCAL_LENGTH + names, extras));
        var wide = new ZipScan.WideNumbers(extra);
        long size = wide.or(record.u32(22));
        long packed = wide.or(record.u32(18));
        boolean isWide = record.u32(18) == IN_64;
        int method = record.u16(8);
        int flags = record.u16(6);
        var place =
                (flags & SIZES_FOLLOW) == 0 || packed != 0
                        ? new ZipStreamEnd.Found(
                                packed, size, (int) record.u32(14), content + packed)
                        : streams.of(content, method, isWide);
        boolean whole = place.packed() >= 0 && place.packed() <= zip.size() - content;
        if (!whole) {
            defects.add(
                    zip.locate(new ByteRange(start, zip.size())),
                    "content of %s is cut by the end of the archive; it is truncated"
                            .formatted(Quoted.of(name.value())),
                    Defect.Kind.CUT);
        }
        long there = whole ? place.packed() : zip.size() - content;
        entries.add(
                new ZipEntry(
                        name.value(),
                        UNKNOWN_HOST,
                        ZipEntry.type(0, name.value()),
                        0,
                        modified(record, extra),
                        (flags & ENCRYPTED) != 0,
                        method,
                        place.checksum(),
                        there,
                        whole || method != ZipEntry.STORED ? place.size() : there,
                        start,
                        new ByteRange(start, content)));
        nameLength += names;
        if (entries.size() >= MEMBER_LIMIT || nameLength > NAME_LIMIT) {
            defects.add(
                    zip.locate(new ByteRange(content, zip.size())),
                    "more than %d members or %d MiB of names; the rest is not listed"
                            .formatted(MEMBER_LIMIT, NAME_LIMIT >> 20));
            return -1;
        }
        return whole ? behindDescriptor(place.next(), isWide) : -1;
    }

    /// Some archivers write a descriptor although the header has the sizes.
    private long behindDescriptor(long next, boolean wide) throws EvidenceException {
        return isAt(next, ZipStreamEnd.DESCRIPTOR) ? next + (wide ? 24 : 16) : next;
    }

    private static Instant modified(ZipRecord record, ZipRecord extra) {
        return ZipScan.modified(record.u16(10), record.u16(12), extra);
    }

    private long cut(long start) {
        defects.add(
                zip.locate(new ByteRange(start, zip.size())),
                "the archive ends in the header of a member; it is truncated",
                Defect.Kind.CUT);
        return -1;
    }
}
