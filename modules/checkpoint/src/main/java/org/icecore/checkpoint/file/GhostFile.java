package org.icecore.checkpoint.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;

/// An unlinked but still open file whose content the checkpoint keeps; `ghost-file-ID.img`.
///
/// @param id the number in the image's name
/// @param mode S_I* bits
/// @param size bytes of the file; what no chunk covers is a hole
/// @param chunks in ascending order of their offset
/// @param linkTarget of a symbolic link
public record GhostFile(
        long id,
        long uid,
        long gid,
        int mode,
        long size,
        Optional<Instant> accessed,
        Optional<Instant> modified,
        List<Chunk> chunks,
        Optional<String> linkTarget,
        Location at) {

    public GhostFile {
        chunks = List.copyOf(chunks);
    }

    /// A run of the file's content.
    ///
    /// @param offset in the file, bytes
    /// @param payload where the bytes lie in the image
    public record Chunk(long offset, ByteRange payload) {}
}
