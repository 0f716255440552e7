package org.icecore.views.bench;

import java.util.List;

/// The two checkpoints that are compared.
///
/// @param order by what they are ordered, in words
public record Pair(BenchItem before, BenchItem after, String order) {

    /// Whether the item is one of the two.
    public boolean has(BenchItem item) {
        return before == item || after == item;
    }

    /// The two, the one before first.
    public List<BenchItem> items() {
        return List.of(before, after);
    }

    /// The same two the other way round.
    public Pair swapped() {
        return new Pair(after, before, "in the order the examiner chose");
    }
}
