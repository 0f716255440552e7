package org.icecore.views.hex.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Highlights, found by address. They may overlap: the one that begins last is on top.
public final class HighlightIndex {

    private final List<HexHighlight> sorted;
    private final long[] first;
    private final long[] furthest;

    private HighlightIndex(List<HexHighlight> sorted) {
        this.sorted = sorted;
        first = new long[sorted.size()];
        furthest = new long[sorted.size()];
        for (int i = 0; i < first.length; i++) {
            var span = sorted.get(i).span();
            first[i] = span.first();
            furthest[i] = i == 0 ? span.last() : AddressSpan.max(furthest[i - 1], span.last());
        }
    }

    /// The index of `highlights`, in any order.
    public static HighlightIndex of(List<HexHighlight> highlights) {
        var byAddress = new ArrayList<>(highlights);
        byAddress.sort(
                Comparator.comparing(highlight -> highlight.span().first(), Long::compareUnsigned));
        return new HighlightIndex(List.copyOf(byAddress));
    }

    public static HighlightIndex none() {
        return new HighlightIndex(List.of());
    }

    /// The highlights with an address in `span`, in the order of where they begin.
    public List<HexHighlight> in(AddressSpan span) {
        var found = new ArrayList<HexHighlight>();
        int last = UnsignedSearch.floor(first, first.length, span.last());
        for (int i = last; i >= 0 && Long.compareUnsigned(furthest[i], span.first()) >= 0; i--) {
            if (sorted.get(i).span().intersects(span)) {
                found.add(sorted.get(i));
            }
        }
        return found.reversed();
    }
}
