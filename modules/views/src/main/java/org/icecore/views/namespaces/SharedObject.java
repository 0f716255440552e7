package org.icecore.views.namespaces;

import java.util.List;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.task.Pid;

/// A row of the tree of namespaces.
public sealed interface SharedObject {
    /// `pid`, `net`, ..., or `vm`, `files`, `fs`, `sighand`.
    String kind();

    /// CRIU's number of the object; equal numbers are one object.
    long number();

    /// A kernel object and all tasks that use it.
    ///
    /// @param whose whether it is the container's own or was shared with others
    record Whole(String kind, long number, Cell whose, List<Pid> holders) implements SharedObject {
        public Whole {
            holders = List.copyOf(holders);
        }
    }

    /// One of the tasks that use an object.
    ///
    /// @param title its command line
    record Use(String kind, long number, Pid pid, String comm, String title)
            implements SharedObject {}
}
