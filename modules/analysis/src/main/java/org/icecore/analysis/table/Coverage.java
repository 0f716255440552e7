package org.icecore.analysis.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What an answer did and did not cover.
///
/// @param gaps what it did not cover and why, one sentence each; empty if it is complete
public record Coverage(List<String> gaps) {

    private static final Coverage COMPLETE = new Coverage(List.of());

    public Coverage {
        gaps = List.copyOf(gaps);
    }

    /// An answer to the whole question.
    public static Coverage complete() {
        return COMPLETE;
    }

    /// An answer that leaves out what `gaps` says; complete if there are none. Repeated sentences count once.
    public static Coverage without(List<String> gaps) {
        return gaps.isEmpty() ? COMPLETE : new Coverage(new ArrayList<>(new LinkedHashSet<>(gaps)));
    }

    /// Both together.
    public Coverage and(Coverage other) {
        var all = new LinkedHashSet<>(gaps);
        all.addAll(other.gaps);
        return without(List.copyOf(all));
    }

    /// Whether nothing was left out.
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /// `complete`, or what is missing.
    public String text() {
        return gaps.isEmpty() ? "complete" : "partial: " + String.join("; ", gaps);
    }
}
