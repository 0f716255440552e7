package org.icecore.views.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Mark;
import org.icecore.analysis.table.Counted;

/// How many changes there are, and of what: files of the archive itself count beside what was in the container.
///
/// @param unknown what cannot be told, which is no change
record ChangeCount(long tasks, long container, long members, long unknown) {

    static ChangeCount of(List<Change> all) {
        var changes = all.stream().filter(change -> change.mark() != Mark.UNKNOWN).toList();
        long members = changes.stream().filter(ChangeCount::isMember).count();
        long tasks = changes.stream().filter(change -> change.task().isPresent()).count();
        return new ChangeCount(
                tasks,
                changes.size() - tasks - members,
                members,
                (long) all.size() - changes.size());
    }

    private static boolean isMember(Change change) {
        return change.kind() == ChangeKind.MEMBER && change.task().isEmpty();
    }

    long all() {
        return tasks + container + members;
    }

    /// `128 changes`, `128 changes, 3 unknown`.
    String total() {
        if (unknown == 0) {
            return Counted.of(all(), "change");
        }
        return all() == 0
                ? "%,d unknown".formatted(unknown)
                : "%s, %,d unknown".formatted(Counted.of(all(), "change"), unknown);
    }

    /// `128 changes: 96 of tasks, 12 of the container, 20 of files of the archive`; what is unknown with its number alone.
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        add(parts, tasks, "of tasks");
        add(parts, container, "of the container");
        add(parts, members, "of files of the archive");
        if (parts.isEmpty()) {
            return unknown == 0 ? "no changes" : "no changes, %,d unknown".formatted(unknown);
        }
        return "%s: %s".formatted(total(), String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add("%,d %s".formatted(count, words));
        }
    }
}
