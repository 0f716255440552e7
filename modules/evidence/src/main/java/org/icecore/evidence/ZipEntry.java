package org.icecore.evidence;

import java.time.Instant;

/// What the central directory of a zip archive says of a member.
///
/// @param host the system whose archiver wrote the entry
/// @param method how the content is packed
/// @param checksum CRC-32 of the content
/// @param packed bytes of the content as the archive holds it
/// @param size bytes of the content
/// @param local where the local header lies
/// @param record where the entry lies in the central directory
record ZipEntry(
        String name,
        int host,
        Member.Type type,
        int mode,
        Instant modified,
        boolean encrypted,
        int method,
        int checksum,
        long packed,
        long size,
        long local,
        ByteRange record) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int SYMBOLIC_LINK = 0120000;
    private static final int TYPE = 0170000;

    /// Whether the content can be read without unpacking.
    boolean isStored() {
        return method == STORED && packed == size;
    }

    /// Whether there is content, of a file or of a link.
    boolean hasContent() {
        return type == Member.Type.FILE || type == Member.Type.SYMBOLIC_LINK;
    }

    /// The same with another word on its content.
    ZipEntry reading(int otherMethod, int otherChecksum, long otherPacked, long otherSize) {
        return new ZipEntry(
                name,
                host,
                type,
                mode,
                modified,
                encrypted,
                otherMethod,
                otherChecksum,
                otherPacked,
                otherSize,
                local,
                record);
    }

    /// The same under another name, which also says whether it is a directory.
    ZipEntry named(String other) {
        boolean directory = type == Member.Type.FILE && other.endsWith("/");
        return new ZipEntry(
                other,
                host,
                directory ? Member.Type.DIRECTORY : type,
                mode,
                modified,
                encrypted,
                method,
                checksum,
                packed,
                size,
                local,
                record);
    }

    /// The type bits of `st_mode` (POSIX, sys/stat.h), which Unix archivers write, and the name for all others.
    static Member.Type type(int unixMode, String name) {
        return switch (unixMode & TYPE) {
            case SYMBOLIC_LINK -> Member.Type.SYMBOLIC_LINK;
            case 0010000 -> Member.Type.FIFO;
            case 0020000 -> Member.Type.CHARACTER_DEVICE;
            case 0060000 -> Member.Type.BLOCK_DEVICE;
            case 0140000 -> Member.Type.OTHER;
            default -> name.endsWith("/") ? Member.Type.DIRECTORY : Member.Type.FILE;
        };
    }
}
