package org.icecore.analysis.table;

import java.util.LinkedHashSet;
import java.util.List;

/// What an answer did and did not cover.
///
/// @param gaps what this evidence did not let it cover and why, one sentence each; empty if it is complete
/// @param limits what no answer of this kind covers, whatever the evidence; one sentence each
public record Coverage(List<String> gaps, List<String> limits) {

    private static final Coverage COMPLETE = new Coverage(List.of(), List.of());

    public Coverage {
        gaps = List.copyOf(new LinkedHashSet<>(gaps));
        limits = List.copyOf(new LinkedHashSet<>(limits));
    }

    /// An answer to the whole question.
    public static Coverage complete() {
        return COMPLETE;
    }

    /// An answer that leaves out what `gaps` says; complete if there are none. Repeated sentences count once.
    public static Coverage without(List<String> gaps) {
        return gaps.isEmpty() ? COMPLETE : new Coverage(gaps, List.of());
    }

    /// The same with what no answer of this kind covers.
    public Coverage withLimits(List<String> more) {
        return and(new Coverage(List.of(), more));
    }

    /// Both together.
    public Coverage and(Coverage other) {
        return new Coverage(joined(gaps, other.gaps), joined(limits, other.limits));
    }

    /// Whether the evidence let it cover all that an answer of this kind can.
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /// `complete`, or what is missing; then what is never covered.
    public String text() {
        return (gaps.isEmpty() ? "complete" : "partial: " + String.join("; ", gaps))
                + (limits.isEmpty() ? "" : "; never covered: " + String.join("; ", limits));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
