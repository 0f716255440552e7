package org.icecore.views.compare;

import org.icecore.analysis.compare.TaskComparison;
import org.icecore.workbench.table.Mark;

/// From what a comparison says to the marks of rows.
final class Marks {
    private Marks() {}

    static Mark of(org.icecore.analysis.compare.Mark mark) {
        return switch (mark) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case CHANGED -> Mark.CHANGED;
            case UNKNOWN -> Mark.NOT_CAPTURED;
        };
    }

    static Mark of(TaskComparison.Fate fate) {
        return switch (fate) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case REPLACED, CHANGED -> Mark.CHANGED;
            case UNCHANGED -> Mark.DIMMED;
            case UNKNOWN -> Mark.NOT_CAPTURED;
        };
    }
}
