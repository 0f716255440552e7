package org.icecore.views.compare;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.table.Counted;

/// How many changes there are, and of what: files of the archive itself count beside what was in the container.
record ChangeCount(long tasks, long container, long members) {

    static ChangeCount of(List<Change> changes) {
        long members = changes.stream().filter(ChangeCount::isMember).count();
        long tasks = changes.stream().filter(change -> change.task().isPresent()).count();
        return new ChangeCount(tasks, changes.size() - tasks - members, members);
    }

    private static boolean isMember(Change change) {
        return change.kind() == ChangeKind.MEMBER && change.task().isEmpty();
    }

    long all() {
        return tasks + container + members;
    }

    /// `128 changes: 96 of tasks, 12 of the container, 20 of files of the archive`.
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        add(parts, tasks, "of tasks");
        add(parts, container, "of the container");
        add(parts, members, "of files of the archive");
        var total = Counted.of(all(), "change");
        return parts.isEmpty() ? "no changes" : "%s: %s".formatted(total, String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add("%,d %s".formatted(count, words));
        }
    }
}
