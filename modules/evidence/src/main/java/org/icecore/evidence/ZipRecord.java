package org.icecore.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A record of a zip archive: numbers without sign, the least byte first (APPNOTE.TXT 6.3.10, section 4.4.1.1).
record ZipRecord(ByteBuffer bytes) {

    /// Reads `length` bytes at `position`.
    ///
    /// @throws EvidenceException if the archive ends before
    static ZipRecord at(ByteSource zip, long position, int length) throws EvidenceException {
        return of(zip.bytes(position, length));
    }

    static ZipRecord of(byte[] bytes) {
        return new ZipRecord(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    int u16(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }

    long u32(int offset) {
        return Integer.toUnsignedLong(bytes.getInt(offset));
    }

    /// A number of 64 bits; negative if no file can be that long.
    long u64(int offset) {
        return bytes.getLong(offset);
    }

    boolean is(long signature) {
        return u32(0) == signature;
    }
}
