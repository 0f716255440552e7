package org.icecore.views.bench;

import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.workbench.job.Job;

/// How far the comparison of the chosen pair is.
public sealed interface ComparisonState {
    /// No pair is chosen.
    record NoPair() implements ComparisonState {}

    /// The two are being compared.
    record Running(Pair pair, Job<Comparison> job) implements ComparisonState {}

    /// The two were compared.
    record Done(Pair pair, Comparison comparison) implements ComparisonState {}

    /// The two could not be compared.
    record Failed(Pair pair, String message) implements ComparisonState {}

    /// The examiner stopped the comparison.
    record Cancelled(Pair pair) implements ComparisonState {}

    /// The comparison, if it is there.
    default Optional<Comparison> found() {
        return switch (this) {
            case Done(_, var comparison) -> Optional.of(comparison);
            case NoPair _, Running _, Failed _, Cancelled _ -> Optional.empty();
        };
    }

    /// The pair, if one is chosen.
    default Optional<Pair> chosen() {
        return switch (this) {
            case NoPair _ -> Optional.empty();
            case Running(var pair, _) -> Optional.of(pair);
            case Done(var pair, _) -> Optional.of(pair);
            case Failed(var pair, _) -> Optional.of(pair);
            case Cancelled(var pair) -> Optional.of(pair);
        };
    }
}
