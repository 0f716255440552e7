package org.icecore.checkpoint.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.memory.Origin;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;

/// A file whose content the checkpoint holds, wholly or in part.
///
/// @param name as the container knew it; a path where it had one
/// @param bytes its content, read in place; bytes that are not in the checkpoint cannot be read and never read as zeros
/// @param parts where the bytes come from: ascending, adjacent, covering all of `bytes`
public record StoredFile(String name, ByteSource bytes, List<Part> parts) {

    public StoredFile {
        parts = List.copyOf(parts);
    }

    /// A file of an archive. Where the archive ends within it, its last bytes are not captured.
    ///
    /// @param content what is there of it
    /// @param size that the archive claims, in bytes
    public static StoredFile of(String name, ByteSource content, long size) {
        var there = content.size();
        var parts = new ArrayList<Part>();
        if (there > 0) {
            var all = new ByteRange(0, there);
            parts.add(
                    new Part(all, new Origin.Captured(content.locate(all), Origin.Store.PRIVATE)));
        }
        if (there >= size) {
            return new StoredFile(name, content, parts);
        }
        var cut = new CutContent(content, size);
        parts.add(new Part(new ByteRange(there, size), cut.lost()));
        return new StoredFile(name, cut, parts);
    }

    /// A run of bytes of one origin.
    ///
    /// @param range offsets in the file
    public record Part(ByteRange range, Origin origin) {}

    /// Whether every byte is known.
    public boolean whole() {
        return parts.stream().allMatch(part -> part.origin().known());
    }
}
