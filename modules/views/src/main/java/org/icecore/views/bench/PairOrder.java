package org.icecore.views.bench;

import java.util.Comparator;
import org.icecore.analysis.compare.ContainerMatch;

/// Which of two checkpoints is the older, by the judgement of the comparison itself.
final class PairOrder {
    /// `before` and `after` are the names that people give; `dump-9` comes before `dump-10`.
    private static final Comparator<String> BY_NAME =
            Comparator.comparingInt(PairOrder::word)
                    .thenComparing(PairOrder::padded)
                    .thenComparing(Comparator.naturalOrder());

    private PairOrder() {}

    /// The two, the older first. Where the evidence does not say, two of one file or folder are taken in the order of their
    /// names, since nobody gave them in any; others as given.
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
            case SAME_TIME, UNKNOWN ->
                    first.path().equals(second.path())
                            ? byName(first, second)
                            : new Pair(first, second, "in the order given");
        };
    }

    private static Pair byName(BenchItem first, BenchItem second) {
        return compare(within(first), within(second)) <= 0
                ? new Pair(first, second, "by name")
                : new Pair(second, first, "by name");
    }

    private static String within(BenchItem item) {
        return item.source().within().orElse("");
    }

    /// Which of two names comes first.
    static int compare(String one, String other) {
        return BY_NAME.compare(one, other);
    }

    private static int word(String name) {
        return name.contains("before") ? -1 : name.contains("after") ? 1 : 0;
    }

    /// The name with its numbers at one length, so that they are compared by value.
    private static String padded(String name) {
        return name.replaceAll("(?<![0-9])0*([0-9]{1,19})(?![0-9])", "0000000000000000000$1")
                .replaceAll("0+([0-9]{19})(?![0-9])", "$1");
    }
}
