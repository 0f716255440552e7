package org.icecore.checkpoint.memory;

import org.icecore.evidence.Location;

/// Where the bytes at an address come from, or why there are none.
public sealed interface Origin {

    /// The checkpoint holds them.
    ///
    /// @param at where the bytes of the whole extent lie
    /// @param store the task's own pages, or a segment it shares
    record Captured(Location at, Store store) implements Origin {}

    /// They were zero when the checkpoint was taken: the task never wrote there. No page is stored for them.
    record Zero() implements Origin {}

    /// The task had them; the checkpoint does not.
    record NotCaptured(Gap gap, String reason) implements Origin {}

    /// The task had nothing there.
    record NotMapped() implements Origin {}

    /// Whether bytes can be read: stored, or known to be zero.
    default boolean known() {
        return switch (this) {
            case Captured _, Zero _ -> true;
            case NotCaptured _, NotMapped _ -> false;
        };
    }

    /// What kind of pages hold captured bytes.
    enum Store {
        /// `pages-N.img` of the task's own pagemap.
        PRIVATE,
        /// `pages-N.img` of a `pagemap-shmem-`, shared by all that map the segment.
        SHARED
    }

    /// Why mapped bytes are not in the checkpoint.
    enum Gap {
        /// A page of a private file mapping that was never written: equal to the file.
        CLEAN_FILE_PAGE,
        /// A page of a shared file mapping: it belongs to the file.
        SHARED_FILE_PAGE,
        /// In the parent of an incremental checkpoint, which is not here.
        IN_PARENT,
        /// Left to be fetched later (`--lazy-pages`).
        LAZY,
        /// Kept by the kernel: vvar, vsyscall.
        KERNEL,
        /// Left to a plugin or an external resource.
        EXTERNAL,
        /// The images that should hold it are absent or damaged.
        DAMAGED
    }
}
