package org.icecore.checkpoint.file;

/// How CRIU keeps an open file whose path leads nowhere any more; `remap_file_path_entry`.
///
/// @param id what the kind says: a ghost file, a file of `files.img`, a pid
public record Remap(Kind kind, long id) {

    /// What stands in for the file.
    public enum Kind {
        /// Another link to it was made under a temporary name.
        LINKED,
        /// Its content is in `ghost-file-ID.img` (hexadecimal).
        GHOST,
        /// A file of `/proc/PID` of a task that is gone.
        PROCFS,
        /// A kind that this release does not know.
        OTHER,
        /// Whether anything does is unknown: the image that would tell is damaged.
        LOST
    }
}
