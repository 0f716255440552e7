package org.icecore.app.cli;

import java.util.Optional;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.task.Pid;

/// Marks tables that are of the whole container although one task was asked for: whoever narrows must not take them for that
/// task's.
final class WholeContainer {

    private static final String MARK = " (of the whole container, not of the task alone)";

    private WholeContainer() {}

    /// The table; marked if one task was asked for.
    static <R> ResultTable<R> unless(Optional<Pid> only, ResultTable<R> table) {
        return only.isEmpty() ? table : table.titled(table.title() + MARK);
    }

    /// Whether the table is so marked.
    static boolean isMarked(ResultTable<?> table) {
        return table.title().endsWith(MARK);
    }
}
