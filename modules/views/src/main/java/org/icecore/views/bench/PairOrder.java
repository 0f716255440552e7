package org.icecore.views.bench;

import java.time.Instant;
import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Member;

/// Which of two checkpoints is the older.
final class PairOrder {
    private PairOrder() {}

    /// The two, the older first; as given where the evidence does not say.
    static Pair of(BenchItem first, BenchItem second) {
        var engine =
                order(
                        first,
                        second,
                        PairOrder::checkpointed,
                        "by the time of the checkpoint that the engine wrote");
        var dump =
                order(
                        first,
                        second,
                        PairOrder::dumped,
                        "by the modification time of inventory.img");
        return engine.or(() -> dump)
                .orElseGet(
                        () ->
                                new Pair(
                                        first,
                                        second,
                                        "in the order given: the evidence bears no two times"));
    }

    private interface Time {
        Optional<Instant> of(Checkpoint checkpoint);
    }

    private static Optional<Pair> order(
            BenchItem first, BenchItem second, Time time, String words) {
        var one = first.checkpoint().flatMap(time::of);
        var other = second.checkpoint().flatMap(time::of);
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(
                one.get().isBefore(other.get())
                        ? new Pair(first, second, words)
                        : new Pair(second, first, words));
    }

    private static Optional<Instant> checkpointed(Checkpoint checkpoint) {
        return checkpoint.container().checkpointed();
    }

    private static Optional<Instant> dumped(Checkpoint checkpoint) {
        return checkpoint.members().stream()
                .map(member -> member.member())
                .filter(
                        member ->
                                member.name().equals("inventory.img")
                                        || member.name().endsWith("/inventory.img"))
                .map(Member::modified)
                .max(Instant::compareTo);
    }
}
