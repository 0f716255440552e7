package org.icecore.checkpoint.memory;

import java.util.Optional;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.OpenFlags;
import org.icecore.evidence.Location;

/// One mapped range of a task's memory; `vma_entry`.
///
/// @param range addresses
/// @param status the bits of `vma_entry.status`, as written
/// @param flags the bits of `vma_entry.flags` (MAP_*), as written
/// @param fileOffset offset of the first byte in the file or segment, bytes
/// @param shmid `vma_entry.shmid`: an id of `files.img` for files, of a segment for shared memory
/// @param file what is mapped; empty for memory without a file, or if the id dangles
/// @param name as the last column of `/proc/PID/maps` would name it; empty for plain anonymous memory
/// @param advice bits of `vma_entry.madv`: advice `n` given by `madvise` is bit `n`
/// @param openFlags that the mapping needs its file opened with, if recorded
/// @param at where the entry lies
public record Vma(
        AddressRange range,
        Protection protection,
        VmaKind kind,
        int status,
        int flags,
        long fileOffset,
        long shmid,
        Optional<OpenFile> file,
        String name,
        long advice,
        Optional<OpenFlags> openFlags,
        Location at) {

    /// The first address.
    public VirtualAddress start() {
        return new VirtualAddress(range.start());
    }

    /// What a reader calls it: its name, or the kind where it has none.
    public String title() {
        return name.isEmpty() ? kind.label() : name;
    }
}
