package org.icecore.views.filters;

import org.icecore.analysis.content.FilterTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.evidence.Location;

/// A row of the tree of filters.
public sealed interface FilterRow {
    /// What it is about: the image of a seccomp filter, the socket of a socket filter.
    ArtefactRef ref();

    /// Where the program lies.
    Location at();

    /// A filter, and who is under it.
    record Program(FilterTable.Row filter) implements FilterRow {
        @Override
        public ArtefactRef ref() {
            return filter.ref();
        }

        @Override
        public Location at() {
            return filter.at();
        }
    }

    /// An instruction of a filter.
    ///
    /// @param kind of the filter
    /// @param id of the filter
    /// @param number counted from 0, as jumps name it
    /// @param text disassembled
    record Line(String kind, long id, int number, String text, ArtefactRef ref, Location at)
            implements FilterRow {}
}
