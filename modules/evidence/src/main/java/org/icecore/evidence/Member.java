package org.icecore.evidence;

import java.time.Instant;

/// One entry of an archive, as its header describes it; nothing is resolved or normalised.
///
/// @param name the name as written, e.g. `checkpoint/core-1.img`; may be absolute or hold `..` in hostile input
/// @param size bytes of content; 0 for all but files
/// @param mode permission bits, as in `chmod`
/// @param linkTarget what a symbolic or hard link points to; empty otherwise
/// @param header where the headers lie in the (uncompressed) archive
/// @param payload where the content lies in the (uncompressed) archive; empty for a sparse file, which has no single run
public record Member(
        String name,
        Type type,
        long size,
        int mode,
        long uid,
        long gid,
        Instant modified,
        String linkTarget,
        ByteRange header,
        ByteRange payload) {

    /// Where all of it lies in the (uncompressed) archive, headers and content; of a sparse file the headers alone.
    public ByteRange whole() {
        return new ByteRange(header.start(), Math.max(header.end(), payload.end()));
    }

    /// The same under another name.
    Member named(String other) {
        return new Member(other, type, size, mode, uid, gid, modified, linkTarget, header, payload);
    }

    /// What an entry is.
    public enum Type {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        FIFO,
        CHARACTER_DEVICE,
        BLOCK_DEVICE,
        /// A type flag that this release does not know; listed, never interpreted.
        OTHER
    }
}
