package org.icecore.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Goes through the central directory of a zip archive.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.12, 4.4 and 4.5.3; the time of the extra field 0x5455 is that of Info-ZIP.
final class ZipScan {

    private static final long ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int MEMBER_LIMIT = 1_000_000;
    private static final long NAME_LIMIT = 128L << 20;
    private static final int MEMBERS_PER_REPORT = 256;
    private static final long IN_64 = 0xffffffffL;
    private static final int WIDE_NUMBERS = 0x0001;
    private static final int UNIX_TIME = 0x5455;
    private static final int UNIX = 3;
    private static final int ENCRYPTED = 1;

    private final ByteSource zip;
    private final DefectList defects;
    private final Progress progress;

    ZipScan(ByteSource zip, DefectList defects, Progress progress) {
        this.zip = zip;
        this.defects = defects;
        this.progress = progress;
    }

    /// The members that can be listed; everything else is in the defects.
    List<ZipEntry> entries(ByteRange directory) {
        var entries = new ArrayList<ZipEntry>();
        long at = directory.start();
        long names = 0;
        try {
            while (at < directory.end()) {
                if (entries.size() % MEMBERS_PER_REPORT == 0) {
                    progress.advance(0, zip.size());
                }
                if (entries.size() >= MEMBER_LIMIT || names > NAME_LIMIT) {
                    throw new EvidenceException(
                            zip.locate(new ByteRange(at, directory.end())),
                            "more than %d members or %d MiB of names; the rest is not listed"
                                    .formatted(MEMBER_LIMIT, NAME_LIMIT >> 20));
                }
                var entry = entryAt(at, directory.end());
                entries.add(entry);
                names += entry.name().length();
                at = entry.record().end();
            }
        } catch (EvidenceException e) {
            defects.add(e.at(), e.defect());
        }
        return entries;
    }

    private ZipEntry entryAt(long start, long end) throws EvidenceException {
        if (end - start < ENTRY_LENGTH) {
            throw damaged(start, end);
        }
        var record = ZipRecord.at(zip, start, ENTRY_LENGTH);
        int nameLength = record.u16(28);
        int extraLength = record.u16(30);
        long length = (long) ENTRY_LENGTH + nameLength + extraLength + record.u16(32);
        if (!record.is(ENTRY) || length > end - start) {
            throw damaged(start, end);
        }
        var range = ByteRange.of(start, length);
        var bytes = zip.bytes(start + ENTRY_LENGTH, nameLength);
        var text = TarText.of(bytes, 0, nameLength);
        if (!text.utf8()) {
            defects.add(zip.locate(range), "name is not UTF-8; shown byte by byte as ISO 8859-1");
        }
        var extra = ZipRecord.of(zip.bytes(start + ENTRY_LENGTH + nameLength, extraLength));
        var wide = new WideNumbers(extra);
        int unixMode = record.u16(4) >> 8 == UNIX ? record.u16(40) : 0;
        // The order in which the wide ones follow each other is fixed.
        long size = wide.or(record.u32(24));
        long packed = wide.or(record.u32(20));
        long local = wide.or(record.u32(42));
        return new ZipEntry(
                text.value(),
                record.u16(4) >> 8,
                ZipEntry.type(unixMode, text.value()),
                unixMode & 07777,
                modified(record.u16(12), record.u16(14), extra),
                (record.u16(8) & ENCRYPTED) != 0,
                record.u16(10),
                (int) record.u32(16),
                packed,
                size,
                local,
                range);
    }

    private EvidenceException damaged(long start, long end) {
        return new EvidenceException(
                zip.locate(new ByteRange(start, end)),
                "the list of members is damaged from here on; the rest is not listed");
    }

    /// Zip's own time has no zone and steps of two seconds; read as UTC where nothing better is given.
    static Instant modified(int time, int date, ZipRecord extra) {
        int at = field(extra, UNIX_TIME);
        if (at >= 0 && extra.u16(at - 2) >= 5 && (extra.bytes().get(at) & 1) != 0) {
            return Instant.ofEpochSecond(extra.bytes().getInt(at + 1));
        }
        try {
            return LocalDateTime.of(
                            1980 + (date >> 9),
                            date >> 5 & 15,
                            date & 31,
                            time >> 11,
                            time >> 5 & 63,
                            (time & 31) * 2)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    /// Where the body of an extra field begins, which lies in `extra` as a whole; -1 if there is none.
    private static int field(ZipRecord extra, int id) {
        int at = 0;
        while (at + 4 <= extra.bytes().capacity()) {
            int length = extra.u16(at + 2);
            if (length > extra.bytes().capacity() - at - 4) {
                return -1;
            }
            if (extra.u16(at) == id) {
                return at + 4;
            }
            at += 4 + length;
        }
        return -1;
    }

    /// Numbers too large for their 32 bits, which follow each other in an extra field.
    static final class WideNumbers {

        private final ZipRecord extra;
        private int at;
        private int end;

        WideNumbers(ZipRecord extra) {
            this.extra = extra;
            int body = field(extra, WIDE_NUMBERS);
            if (body >= 0) {
                at = body;
                end = body + extra.u16(body - 2);
            }
        }

        long or(long number) {
            if (number != IN_64 || end - at < Long.BYTES) {
                return number;
            }
            at += Long.BYTES;
            return extra.u64(at - Long.BYTES);
        }
    }
}
