package org.icecore.evidence;

/// Where the central directory of a zip archive lies, as the record at its end says.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
///
/// @param range of the central directory
record ZipDirectory(ByteRange range) {

    private static final long END = 0x06054b50;
    static final long END_64 = 0x06064b50;
    static final long LOCATOR_64 = 0x07064b50;
    static final int END_LENGTH = 22;
    static final int END_64_LENGTH = 56;
    static final int LOCATOR_64_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;
    static final long IN_64 = 0xffffffffL;

    /// @throws EvidenceException if there is no such record, as in an archive that is cut, or it cannot be right
    static ZipDirectory of(ByteSource zip, DefectList defects) throws EvidenceException {
        long end = end(zip);
        var record = ZipRecord.at(zip, end, END_LENGTH);
        long behind = end + END_LENGTH + record.u16(20);
        if (behind < zip.size()) {
            defects.add(
                    zip.locate(new ByteRange(behind, zip.size())),
                    "bytes behind the end of the zip archive, which are not listed");
        }
        long length = record.u32(12);
        long start = record.u32(16);
        int disks = record.u16(4);
        if (length == IN_64 || start == IN_64) {
            var wide = ZipRecord.at(zip, wideEnd(zip, end), END_64_LENGTH);
            disks = (int) wide.u32(16);
            length = wide.u64(40);
            start = wide.u64(48);
        }
        var at = zip.locate(ByteRange.of(end, END_LENGTH));
        if (disks != 0) {
            throw new EvidenceException(at, "the last part of a zip archive that was split");
        }
        if (start < 0 || length < 0 || start > end || length > end - start) {
            throw new EvidenceException(
                    at,
                    "says that the list of members is %d bytes at 0x%x, where it cannot be"
                            .formatted(length, start));
        }
        return new ZipDirectory(ByteRange.of(start, length));
    }

    /// Where the record at the end lies.
    static long end(ByteSource zip) throws EvidenceException {
        long from = Math.max(0, zip.size() - END_LENGTH - LONGEST_COMMENT);
        var tail = ZipRecord.at(zip, from, (int) (zip.size() - from));
        for (int at = tail.bytes().capacity() - END_LENGTH; at >= 0; at--) {
            if (tail.u32(at) == END && at + END_LENGTH + tail.u16(at + 20) <= zip.size() - from) {
                return from + at;
            }
        }
        throw new EvidenceException(
                zip.locate(new ByteRange(zip.size(), zip.size())),
                "the zip archive has no list of members at its end; it is truncated",
                Defect.Kind.CUT);
    }

    private static long wideEnd(ByteSource zip, long end) throws EvidenceException {
        long locator = end - LOCATOR_64_LENGTH;
        if (locator >= 0) {
            var record = ZipRecord.at(zip, locator, LOCATOR_64_LENGTH);
            long wide = record.u64(8);
            if (record.is(LOCATOR_64)
                    && wide >= 0
                    && wide <= locator - END_64_LENGTH
                    && ZipRecord.at(zip, wide, END_64_LENGTH).is(END_64)) {
                return wide;
            }
        }
        throw new EvidenceException(
                zip.locate(ByteRange.of(end, END_LENGTH)),
                "refers to a record for archives of more than 4 GiB, which is not there");
    }
}
