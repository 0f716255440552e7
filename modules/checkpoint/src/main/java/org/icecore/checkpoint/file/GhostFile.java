package org.icecore.checkpoint.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// An unlinked but still open file whose content the checkpoint keeps; `ghost-file-ID.img`.
///
/// @param id the number in the image's name
/// @param mode S_I* bits
/// @param size bytes of the file; what no chunk covers is a hole
/// @param chunks in ascending order of their offset
/// @param lostFrom offset from which on what no chunk covers is lost with the end of the image, and no hole; nothing if the
///     image is whole
/// @param device that a special file stands for
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
        OptionalLong lostFrom,
        Optional<Member.Device> device,
        Optional<String> linkTarget,
        Location at) {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    public GhostFile {
        chunks = List.copyOf(chunks);
    }

    /// Whether it is one that can have content.
    public boolean isRegular() {
        return (mode & TYPE) == REGULAR || (mode & TYPE) == 0;
    }

    /// What it is, in words: `character device 1:3`, `symbolic link to a`.
    public String type() {
        return switch (mode & TYPE) {
            case REGULAR, 0 -> "regular file";
            case 0040000 -> "directory";
            case 0010000 -> "FIFO";
            case 0020000 -> "character device" + number();
            case 0060000 -> "block device" + number();
            case 0120000 -> "symbolic link" + linkTarget.map(to -> " to " + to).orElse("");
            case 0140000 -> "socket";
            default -> "mode %07o".formatted(mode);
        };
    }

    private String number() {
        return device.map(one -> " " + one).orElse("");
    }

    /// A run of the file's content.
    ///
    /// @param offset in the file, bytes
    /// @param payload where the bytes lie in the image
    public record Chunk(long offset, ByteRange payload) {}
}
