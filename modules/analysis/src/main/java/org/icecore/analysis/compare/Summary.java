package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;

/// How many changes of each kind and mark a comparison found.
///
/// @param lines one per kind that has changes, in the order of [ChangeKind]
/// @param memory of all tasks together; memory that tasks share counts once per task
public record Summary(List<Line> lines, MemoryCounts memory) {

    public Summary {
        lines = List.copyOf(lines);
    }

    /// The changes of one kind.
    ///
    /// @param unknown things of one side of which the other cannot tell whether it had them
    public record Line(ChangeKind kind, long added, long removed, long changed, long unknown) {}

    static Summary of(Comparison comparison) {
        var lines = new ArrayList<Line>();
        for (var kind : ChangeKind.values()) {
            var line =
                    new Line(
                            kind,
                            count(comparison.changes(), kind, Mark.ADDED),
                            count(comparison.changes(), kind, Mark.REMOVED),
                            count(comparison.changes(), kind, Mark.CHANGED),
                            count(comparison.changes(), kind, Mark.UNKNOWN));
            if (line.added() + line.removed() + line.changed() + line.unknown() > 0) {
                lines.add(line);
            }
        }
        var memory =
                comparison.tasks().stream()
                        .flatMap(task -> task.memory().stream())
                        .map(MemoryComparison::counts)
                        .reduce(MemoryCounts.NONE, MemoryCounts::plus);
        return new Summary(lines, memory);
    }

    private static long count(List<Change> changes, ChangeKind kind, Mark mark) {
        return changes.stream()
                .filter(change -> change.kind() == kind && change.mark() == mark)
                .count();
    }
}
