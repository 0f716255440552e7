package org.icecore.evidence;

import java.util.Optional;

/// What stands in front of a zip archive, as the program of one that unpacks itself does.
///
/// The record at the end of a zip archive says how long the list of members is and where it lies. The list ends where the record
/// begins, so that its length tells its place, and the difference to what is said how many bytes stand in front; none, where
/// the archiver counted them.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.1.9, 4.3.14 to 4.3.16.
///
/// @param zip the archive, by which its places are counted
/// @param length bytes in front of its first member
record ZipFront(ByteSource zip, long length) {

    private static final long ENTRY = 0x02014b50;
    private static final long LOCAL = 0x04034b50;
    private static final int ENTRY_LENGTH = 46;
    private static final long IN_64 = ZipDirectory.IN_64;

    /// Where a list of members really lies, and where it is said to lie.
    private record Directory(long start, long said) {}

    /// The zip archive at the end of `bytes`, which begin otherwise; nothing if there is none.
    static Optional<ZipFront> of(ByteSource bytes) {
        try {
            var directory = directory(bytes, ZipDirectory.end(bytes));
            long shift = directory.start() - directory.said();
            if (directory.start() < 0 || directory.said() < 0 || shift < 0) {
                return Optional.empty();
            }
            var first = ZipRecord.at(bytes, directory.start(), ENTRY_LENGTH);
            long local = shift + first.u32(42);
            if (!first.is(ENTRY)
                    || local <= 0
                    || local > directory.start() - Integer.BYTES
                    || !ZipRecord.at(bytes, local, Integer.BYTES).is(LOCAL)) {
                return Optional.empty();
            }
            return Optional.of(
                    new ZipFront(
                            bytes.slice(new ByteRange(shift, bytes.size())),
                            shift == 0 ? local : shift));
        } catch (EvidenceException _) {
            // No record at the end, or none that leads anywhere.
            return Optional.empty();
        }
    }

    private static Directory directory(ByteSource bytes, long end) throws EvidenceException {
        var record = ZipRecord.at(bytes, end, ZipDirectory.END_LENGTH);
        long length = record.u32(12);
        long said = record.u32(16);
        if (length != IN_64 && said != IN_64) {
            return new Directory(end - length, said);
        }
        long wideEnd = end - ZipDirectory.LOCATOR_64_LENGTH - ZipDirectory.END_64_LENGTH;
        var wide = ZipRecord.at(bytes, wideEnd, ZipDirectory.END_64_LENGTH);
        return wide.is(ZipDirectory.END_64)
                ? new Directory(wideEnd - wide.u64(40), wide.u64(48))
                : new Directory(-1, -1);
    }

    /// The word on it.
    ///
    /// @param bytes the whole
    Defect defect(ByteSource bytes) {
        return new Defect(
                bytes.locate(new ByteRange(0, length)),
                "%s in front of the zip archive, as in one that unpacks itself; they are not listed"
                        .formatted(Amount.of(length, "byte")),
                Defect.Kind.ODD);
    }
}
