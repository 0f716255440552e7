package org.icecore.checkpoint.content;

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

    /// A run of bytes of one origin.
    ///
    /// @param range offsets in the file
    public record Part(ByteRange range, Origin origin) {}

    /// Whether every byte is known.
    public boolean whole() {
        return parts.stream().allMatch(part -> part.origin().known());
    }
}
