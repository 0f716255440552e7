package org.icecore.analysis.table;

import java.util.LinkedHashSet;
import java.util.List;
import org.icecore.checkpoint.task.Pid;

/// What an answer did and did not cover.
///
/// @param missing what this evidence did not let it cover; empty if it is complete
/// @param limits what no answer of this kind covers, whatever the evidence; one sentence each
public record Coverage(List<Gap> missing, List<String> limits) {

    private static final Coverage COMPLETE = new Coverage(List.of(), List.of());

    public Coverage {
        missing = List.copyOf(new LinkedHashSet<>(missing));
        limits = List.copyOf(new LinkedHashSet<>(limits));
    }

    /// An answer to the whole question.
    public static Coverage complete() {
        return COMPLETE;
    }

    /// An answer that leaves out what `gaps` says of no task in particular; complete if there are none. Repeated sentences count
    /// once.
    public static Coverage without(List<String> gaps) {
        return lacking(gaps.stream().map(Gap::ofAll).toList());
    }

    /// An answer that lacks these; complete if there are none.
    public static Coverage lacking(List<Gap> gaps) {
        return gaps.isEmpty() ? COMPLETE : new Coverage(gaps, List.of());
    }

    /// The same with what no answer of this kind covers.
    public Coverage withLimits(List<String> more) {
        return and(new Coverage(List.of(), more));
    }

    /// Both together.
    public Coverage and(Coverage other) {
        return new Coverage(joined(missing, other.missing), joined(limits, other.limits));
    }

    /// What an answer about that task alone covers.
    public Coverage of(Pid task) {
        return new Coverage(missing.stream().filter(gap -> gap.concerns(task)).toList(), limits);
    }

    /// What this evidence did not let it cover and why, one sentence each.
    public List<String> gaps() {
        return missing.stream().map(Gap::text).distinct().toList();
    }

    /// Whether the evidence let it cover all that an answer of this kind can.
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /// `complete`, or what is missing; then what is never covered.
    public String text() {
        return (missing.isEmpty() ? "complete" : "partial: " + String.join("; ", gaps()))
                + (limits.isEmpty() ? "" : "; never covered: " + String.join("; ", limits));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
