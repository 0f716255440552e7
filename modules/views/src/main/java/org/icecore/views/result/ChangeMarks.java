package org.icecore.views.result;

import java.util.HashMap;
import java.util.Map;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.ArtefactRef;
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
                case Change.Changed changed -> {
                    marks.putIfAbsent(changed.first().ref(), Mark.CHANGED);
                    marks.putIfAbsent(changed.second().ref(), Mark.CHANGED);
                }
            }
        }
        comparison.tasks().forEach(task -> mark(task, comparison, marks));
        return new ChangeMarks(Map.copyOf(marks));
    }

    /// The mark of an artefact in its checkpoint.
    public Mark of(ArtefactRef ref) {
        return marks.getOrDefault(ref, Mark.NONE);
    }

    /// The mark of a task by its fate.
    public static Mark of(TaskComparison.Fate fate) {
        return switch (fate) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case REPLACED, CHANGED -> Mark.CHANGED;
            case UNCHANGED -> Mark.NONE;
        };
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
