package org.icecore.views.bench;

import org.icecore.analysis.compare.ContainerMatch;

/// Which of two checkpoints is the older, by the judgement of the comparison itself.
final class PairOrder {
    private PairOrder() {}

    /// The two, the older first; as given where the evidence does not say.
    static Pair of(BenchItem first, BenchItem second) {
        if (first.checkpoint().isEmpty() || second.checkpoint().isEmpty()) {
            return new Pair(first, second, "in the order given: one of them is not open");
        }
        var match =
                ContainerMatch.of(
                        first.checkpoint().orElseThrow(), second.checkpoint().orElseThrow());
        return switch (match.order()) {
            case FORWARD -> new Pair(first, second, "by time");
            case REVERSED -> new Pair(second, first, "by time");
            case SAME_TIME, UNKNOWN -> new Pair(first, second, "in the order given");
        };
    }
}
