package org.icecore.evidence;

/// How far the header of a gzip member reaches: RFC 1952, section 2.3.
record GzipHeader(ByteSource packed, long start) {

    private static final int FIXED = 10;
    private static final int TEXT_LIMIT = 1 << 16;
    private static final int HAS_CHECKSUM = 1 << 1;
    private static final int HAS_EXTRA = 1 << 2;
    private static final int HAS_NAME = 1 << 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    /// Whether a member begins at `start`.
    boolean begins() throws EvidenceException {
        if (packed.size() - start < 2) {
            return false;
        }
        var magic = packed.bytes(start, 2);
        return magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    }

    /// Where the compressed blocks begin.
    long end() throws EvidenceException {
        var fixed = take(start, FIXED);
        int flags = fixed[3] & 0xff;
        if (fixed[2] != 8 || (flags & RESERVED) != 0) {
            throw new EvidenceException(
                    packed.locate(ByteRange.of(start, FIXED)),
                    "gzip header with method %d and flags 0x%02x, which RFC 1952 does not know"
                            .formatted(fixed[2], flags));
        }
        long at = start + FIXED;
        if ((flags & HAS_EXTRA) != 0) {
            var length = take(at, 2);
            at += 2 + (length[0] & 0xff | (length[1] & 0xff) << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            at = behindText(at);
        }
        if ((flags & HAS_COMMENT) != 0) {
            at = behindText(at);
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            at += 2;
        }
        if (at > packed.size()) {
            throw truncated();
        }
        return at;
    }

    private long behindText(long from) throws EvidenceException {
        for (long at = from; at < from + TEXT_LIMIT; at++) {
            if (take(at, 1)[0] == 0) {
                return at + 1;
            }
        }
        throw new EvidenceException(
                packed.locate(ByteRange.of(start, FIXED)),
                "gzip header with a name that does not end");
    }

    private byte[] take(long at, int length) throws EvidenceException {
        if (at > packed.size() - length) {
            throw truncated();
        }
        return packed.bytes(at, length);
    }

    private EvidenceException truncated() {
        return new EvidenceException(
                packed.locate(new ByteRange(start, packed.size())),
                "ends in a gzip header; the stream is truncated",
                Defect.Kind.CUT);
    }
}
