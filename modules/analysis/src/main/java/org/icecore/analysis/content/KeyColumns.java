package org.icecore.analysis.content;

import java.util.function.Function;
import org.icecore.analysis.table.Column;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.task.Task;

/// The columns that say whose a row is, the same in each table.
final class KeyColumns {

    private KeyColumns() {}

    /// The process id of a task.
    static <R> Column<R> pid(Function<R, Task> task) {
        return Column.number(
                "pid", "Pid", "Process id of the task", row -> task.apply(row).pid().value());
    }

    /// The number of a descriptor.
    static <R> Column<R> fd(Function<R, FileDescriptor> descriptor) {
        return Column.number(
                "fd", "Fd", "Number of the descriptor", row -> descriptor.apply(row).fd().value());
    }
}
