package org.icecore.views.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.Task;
import org.icecore.workbench.table.Mark;

/// What became of each artefact of two compared checkpoints, for the marks of rows.
public final class ChangeMarks {
    /// The marks of no comparison: there are none.
    public static final ChangeMarks NONE = new ChangeMarks(Map.of());

    private final Map<ArtefactRef, Mark> marks;

    private ChangeMarks(Map<ArtefactRef, Mark> marks) {
        this.marks = marks;
    }

    /// The marks of a comparison. A mapping whose bytes changed counts as changed.
    public static ChangeMarks of(Comparison comparison) {
        var marks = new HashMap<ArtefactRef, Mark>();
        for (var change : comparison.changes()) {
            switch (change) {
                case Change.Added added -> marks.put(added.second().ref(), Mark.ADDED);
                case Change.Removed removed -> marks.put(removed.first().ref(), Mark.REMOVED);
                case Change.Unknown unknown -> {
                    // A property that one side cannot tell makes no difference of the whole.
                    if (unknown.property().isEmpty()) {
                        marks.put(unknown.held().ref(), Mark.NOT_CAPTURED);
                    }
                }
                case Change.Changed changed -> {
                    marks.putIfAbsent(changed.first().ref(), Mark.CHANGED);
                    marks.putIfAbsent(changed.second().ref(), Mark.CHANGED);
                }
            }
        }
        comparison.tasks().forEach(task -> mark(task, comparison, marks));
        share(comparison, marks);
        return new ChangeMarks(Map.copyOf(marks));
    }

    /// The mark of an artefact in its checkpoint. What belongs to a task that came or went came or went with it.
    public Mark of(ArtefactRef ref) {
        var own = marks.getOrDefault(ref, Mark.NONE);
        return own == Mark.NONE ? inherited(ref) : own;
    }

    private Mark inherited(ArtefactRef ref) {
        return switch (ref) {
            case ArtefactRef.OfThread(var id, var pid, _) -> ofTask(id, pid);
            case ArtefactRef.OfVma(var id, var pid, _) -> ofTask(id, pid);
            case ArtefactRef.OfMemory(var id, var pid, _) -> ofTask(id, pid);
            case ArtefactRef.OfDescriptor(var id, var pid, _) -> ofTask(id, pid);
            case ArtefactRef.OfCheckpoint _,
                    ArtefactRef.OfTask _,
                    ArtefactRef.OfOpenFile _,
                    ArtefactRef.OfMount _,
                    ArtefactRef.OfRootfsEntry _,
                    ArtefactRef.OfMember _,
                    ArtefactRef.OfImageEntry _ ->
                    Mark.NONE;
        };
    }

    private Mark ofTask(CheckpointId checkpoint, Pid pid) {
        var fate = marks.getOrDefault(new ArtefactRef.OfTask(checkpoint, pid), Mark.NONE);
        return fate == Mark.CHANGED ? Mark.NONE : fate;
    }

    /// The mark of a task by its fate.
    public static Mark of(TaskComparison.Fate fate) {
        return switch (fate) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case REPLACED, CHANGED -> Mark.CHANGED;
            case UNCHANGED -> Mark.NONE;
            case UNKNOWN -> Mark.NOT_CAPTURED;
        };
    }

    /// What changed in a descriptor table that tasks share is told of one of them, and marked in each.
    private static void share(Comparison comparison, Map<ArtefactRef, Mark> marks) {
        record Tables(long before, long after) {}
        var holders = new HashMap<Tables, List<Pid>>();
        for (var task : comparison.tasks()) {
            table(task.before())
                    .ifPresent(
                            before ->
                                    table(task.after())
                                            .ifPresent(
                                                    after ->
                                                            holders.computeIfAbsent(
                                                                            new Tables(
                                                                                    before, after),
                                                                            _ -> new ArrayList<>())
                                                                    .add(task.pid())));
        }
        var sharers = new HashMap<Pid, List<Pid>>();
        holders.values().forEach(pids -> pids.forEach(pid -> sharers.put(pid, pids)));
        Map.copyOf(marks)
                .forEach(
                        (ref, mark) -> {
                            if (ref instanceof ArtefactRef.OfDescriptor(var id, var pid, var fd)) {
                                sharers.getOrDefault(pid, List.of())
                                        .forEach(
                                                other ->
                                                        marks.putIfAbsent(
                                                                new ArtefactRef.OfDescriptor(
                                                                        id, other, fd),
                                                                mark));
                            }
                        });
    }

    private static Optional<Long> table(Optional<Task> task) {
        return task.flatMap(found -> KernelObjects.of(found.ids(), "files"));
    }

    private static void mark(
            TaskComparison task, Comparison comparison, Map<ArtefactRef, Mark> marks) {
        task.before()
                .ifPresent(
                        _ ->
                                marks.put(
                                        new ArtefactRef.OfTask(
                                                comparison.before().id(), task.pid()),
                                        of(task.fate())));
        task.after()
                .ifPresent(
                        _ ->
                                marks.put(
                                        new ArtefactRef.OfTask(comparison.after().id(), task.pid()),
                                        of(task.fate())));
        for (var mapping : task.mappings()) {
            if (mapping.memory().bytesChanged() > 0) {
                mapping.before()
                        .ifPresent(
                                vma ->
                                        marks.putIfAbsent(
                                                new ArtefactRef.OfVma(
                                                        comparison.before().id(),
                                                        task.pid(),
                                                        vma.start()),
                                                Mark.CHANGED));
                mapping.after()
                        .ifPresent(
                                vma ->
                                        marks.putIfAbsent(
                                                new ArtefactRef.OfVma(
                                                        comparison.after().id(),
                                                        task.pid(),
                                                        vma.start()),
                                                Mark.CHANGED));
            }
        }
    }
}
