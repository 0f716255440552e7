package org.icecore.criu;

import org.icecore.evidence.Location;

/// Consecutive pages that share their origin: one entry of a pagemap.
///
/// @param address the first page's address, unsigned; in a pagemap of shared memory its offset in the segment
/// @param pages how many; at least one
/// @param origin where their content is
/// @param pagesIndex how many pages lie before the first of them in the pages file; -1 unless the origin is
///     [Origin#PRESENT]
/// @param at the protobuf bytes of the entry
public record PageRun(long address, long pages, Origin origin, long pagesIndex, Location at) {

    /// Where the content of pages is.
    public enum Origin {
        /// In the pages file of this dump, whether or not they could also have been fetched later.
        PRESENT,
        /// In the previous dump of the chain, under the same address.
        PARENT,
        /// In no file: a page server would have delivered them while the process was restored.
        LAZY,
        /// Nowhere: all bytes are zero.
        ZERO,
        /// In the pages file, in a form or at a place that this release cannot tell (compressed or aligned pages, flags
        /// that are not known today or contradict each other). The pagemap's defects say why. Never to be read as plain
        /// pages.
        UNREADABLE
    }
}
