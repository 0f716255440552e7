package org.icecore.views.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.Side;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.workbench.table.Mark;

/// A row of the list of changes.
sealed interface ChangeRow {

    /// What belongs to one task, or to the container.
    ///
    /// @param mark what became of the task
    record Group(Optional<Pid> pid, String title, Mark mark, List<ChangeRow> changes)
            implements ChangeRow {
        public Group {
            changes = List.copyOf(changes);
        }

        /// How many changes there are, and how much is unknown.
        String count() {
            return ChangeCount.of(
                            changes.stream()
                                    .flatMap(
                                            row ->
                                                    row instanceof Item(_, var change)
                                                            ? Stream.of(change)
                                                            : Stream.<Change>empty())
                                    .toList())
                    .total();
        }

        /// How many changes of which kind there are, the most frequent kind first.
        String kinds() {
            var counts =
                    changes.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            ChangeRow::kind,
                                            LinkedHashMap::new,
                                            Collectors.counting()));
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
                    .collect(Collectors.joining(", "));
        }

        /// Groups are the same if they are of one task.
        @Override
        public boolean equals(Object other) {
            return other instanceof Group(var otherPid, _, _, _) && otherPid.equals(pid);
        }

        @Override
        public int hashCode() {
            return pid.hashCode();
        }
    }

    /// One change.
    ///
    /// @param number its place in the comparison, by which it is told from one that reads the same
    record Item(int number, Change change) implements ChangeRow {}

    /// The rows of a comparison: the container first, then task by task, those without changes left out.
    static List<ChangeRow> of(Comparison comparison) {
        var groups = new LinkedHashMap<Optional<Pid>, List<ChangeRow>>();
        groups.put(Optional.empty(), new ArrayList<>());
        comparison.tasks().forEach(task -> groups.put(Optional.of(task.pid()), new ArrayList<>()));
        int number = 0;
        for (var change : comparison.changes()) {
            groups.computeIfAbsent(change.task(), _ -> new ArrayList<>())
                    .add(new Item(number++, change));
        }
        var rows = new ArrayList<ChangeRow>();
        groups.forEach(
                (pid, changes) -> {
                    if (!changes.isEmpty()) {
                        var task = pid.flatMap(comparison::task);
                        rows.add(
                                new Group(
                                        pid,
                                        pid.map(own -> title(own, task)).orElse("container"),
                                        task.map(TaskComparison::fate)
                                                .map(Marks::of)
                                                .orElse(Mark.NONE),
                                        changes));
                    }
                });
        return List.copyOf(rows);
    }

    private static String title(Pid pid, Optional<TaskComparison> task) {
        return "%s %s"
                .formatted(
                        pid,
                        task.flatMap(found -> found.after().or(found::before))
                                .map(Task::comm)
                                .orElse(""));
    }

    default Mark mark() {
        return switch (this) {
            case Group group -> group.mark();
            case Item(_, var change) -> Marks.of(change.mark());
        };
    }

    default List<ChangeRow> children() {
        return switch (this) {
            case Group group -> group.changes();
            case Item _ -> List.of();
        };
    }

    default String subject() {
        return switch (this) {
            case Group group -> group.title();
            case Item(_, var change) -> change.subject();
        };
    }

    default String kind() {
        return switch (this) {
            case Group _ -> "";
            case Item(_, var change) -> change.kind().label();
        };
    }

    default String property() {
        return switch (this) {
            case Group _ -> "";
            case Item(_, var change) -> change.aspect();
        };
    }

    default String before() {
        return switch (this) {
            case Group _ -> "";
            case Item(_, var change) -> change.before().map(Side::text).orElse("");
        };
    }

    default String after() {
        return switch (this) {
            case Group _ -> "";
            case Item(_, var change) -> change.after().map(Side::text).orElse("");
        };
    }

    default String note() {
        return switch (this) {
            case Group group -> "%s: %s".formatted(group.count(), group.kinds());
            case Item(_, var change) -> change.note();
        };
    }
}
