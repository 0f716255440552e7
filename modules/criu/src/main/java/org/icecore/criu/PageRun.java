package org.icecore.criu;

import org.icecore.evidence.Location;

/// Consecutive pages that share their origin: one entry of a pagemap.
///
/// @param address the first page's address, unsigned; in a pagemap of shared memory its offset in the segment
/// @param pages how many; at least one
/// @param origin where their content is
/// @param offset the byte of the pages file at which their content begins, of [Origin#COMPRESSED] pages the first block
///     of the entry; -1 if they have no content there or nobody can tell where
/// @param at the protobuf bytes of the entry
public record PageRun(long address, long pages, Origin origin, long offset, Location at) {

    /// Where the content of pages is.
    public enum Origin {
        /// In the pages file of this dump, whether or not they could also have been fetched later.
        PRESENT,
        /// In the pages file of this dump, in blocks that may be compressed (format 1.2): see [Pagemap#blocks].
        COMPRESSED,
        /// In the previous dump of the chain, under the same address.
        PARENT,
        /// In no file: a page server would have delivered them while the process was restored.
        LAZY,
        /// Nowhere: all bytes are zero.
        ZERO,
        /// In the pages file, in a form or at a place that this release cannot tell (flags that are not known today or
        /// contradict each other, block sizes that do not add up). The pagemap's defects say why. Never to be read as
        /// plain pages.
        UNREADABLE
    }
}
