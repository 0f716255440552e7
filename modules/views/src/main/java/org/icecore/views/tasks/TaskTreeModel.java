package org.icecore.views.tasks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.views.result.ChangeMarks;
import org.icecore.workbench.table.Mark;

/// The rows of a task tree.
public final class TaskTreeModel {
    private final List<TaskRow> roots;
    private final Map<Pid, List<TaskRow>> children;

    private TaskTreeModel(List<TaskRow> roots, Map<Pid, List<TaskRow>> children) {
        this.roots = roots;
        this.children = children;
    }

    /// The tree of no checkpoint.
    public static TaskTreeModel empty() {
        return new TaskTreeModel(List.of(), Map.of());
    }

    /// The tasks of one checkpoint.
    public static TaskTreeModel of(Checkpoint checkpoint) {
        var tree = checkpoint.tasks();
        return of(tree, task -> row(checkpoint, task, Mark.NONE, ""));
    }

    /// The tasks of two checkpoints in one tree: each pid once, under its parent in the second where it is in both.
    public static TaskTreeModel of(Comparison comparison) {
        var fates = new HashMap<Pid, TaskComparison>();
        comparison.tasks().forEach(task -> fates.put(task.pid(), task));
        var all =
                comparison.tasks().stream()
                        .flatMap(task -> task.after().or(task::before).stream())
                        .toList();
        return of(
                TaskTree.of(all),
                task -> {
                    var fate = fates.get(task.pid());
                    var home = fate.after().isPresent() ? comparison.after() : comparison.before();
                    return row(home, task, ChangeMarks.of(fate.fate()), words(fate));
                });
    }

    /// The rows at the top.
    public List<TaskRow> roots() {
        return roots;
    }

    /// The rows under a row.
    public List<TaskRow> children(TaskRow row) {
        return children.getOrDefault(row.task().pid(), List.of());
    }

    /// The row of a pid.
    public Optional<TaskRow> find(Pid pid) {
        var open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            var row = open.removeLast();
            if (row.task().pid().equals(pid)) {
                return Optional.of(row);
            }
            open.addAll(children(row));
        }
        return Optional.empty();
    }

    /// How many rows there are.
    public int size() {
        return roots.size() + children.values().stream().mapToInt(List::size).sum();
    }

    private interface Rows {
        TaskRow of(Task task);
    }

    private static TaskTreeModel of(TaskTree tree, Rows rows) {
        var children = new HashMap<Pid, List<TaskRow>>();
        tree.all()
                .forEach(
                        task -> {
                            var below = tree.children(task).stream().map(rows::of).toList();
                            if (!below.isEmpty()) {
                                children.put(task.pid(), below);
                            }
                        });
        return new TaskTreeModel(
                tree.roots().stream().map(rows::of).toList(), Map.copyOf(children));
    }

    private static TaskRow row(Checkpoint checkpoint, Task task, Mark mark, String changes) {
        return new TaskRow(
                new ArtefactRef.OfTask(checkpoint.id(), task.pid()), task, mark, changes);
    }

    /// `mapping 3, socket 1`, and how much is unknown; what became of the task where that says it all.
    private static String words(TaskComparison task) {
        if (task.fate() != TaskComparison.Fate.CHANGED) {
            return task.fate() == TaskComparison.Fate.UNCHANGED ? "" : task.fate().label();
        }
        var counts = new EnumMap<ChangeKind, Long>(ChangeKind.class);
        task.changes().stream()
                .filter(change -> !(change instanceof Change.Unknown))
                .forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        int unknown = task.changes().size() - task.changed();
        return Stream.concat(
                        counts.entrySet().stream()
                                .map(
                                        entry ->
                                                "%s %d"
                                                        .formatted(
                                                                entry.getKey().label(),
                                                                entry.getValue())),
                        unknown == 0 ? Stream.empty() : Stream.of("unknown " + unknown))
                .collect(Collectors.joining(", "));
    }
}
