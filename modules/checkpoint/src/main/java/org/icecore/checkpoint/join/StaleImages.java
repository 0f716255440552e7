package org.icecore.checkpoint.join;

import java.util.HashSet;
import java.util.Set;
import org.icecore.checkpoint.task.NamespaceIds;
import org.icecore.checkpoint.task.Task;
import org.icecore.checkpoint.task.TaskState;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageName;

/// Tells the images of tasks that the process tree lists from remnants of earlier dumps into the same directory.
final class StaleImages {

    /// No table has it: ids are 32 bits wide.
    private static final long NONE = -1;

    private final Set<Long> pids = new HashSet<>();
    private final Set<Long> tids = new HashSet<>();
    private final Set<Long> tables = new HashSet<>();
    private final boolean known;
    /// Whether the table of each task is told; a table of one that is not may be anyone's.
    private final boolean tablesKnown;

    StaleImages(TaskTree tasks, boolean tablesPerId) {
        // Without a whole process tree any image may be of a task of this dump.
        known = tasks.isWhole();
        boolean all = true;
        for (var task : tasks.all()) {
            all &= !tablesPerId || task.ids().found().isPresent() || ended(task);
            pids.add(Integer.toUnsignedLong(task.pid().value()));
            task.threads()
                    .forEach(thread -> tids.add(Integer.toUnsignedLong(thread.tid().value())));
            tables.add(
                    tablesPerId
                            ? task.ids().found().map(NamespaceIds::files).orElse(NONE)
                            : Integer.toUnsignedLong(task.pid().value()));
        }
        tablesKnown = all;
    }

    private static boolean ended(Task task) {
        return task.state() == TaskState.ZOMBIE || task.state() == TaskState.DEAD;
    }

    /// Only images that are named after a task, a thread or a descriptor table can be told.
    boolean contains(ImageName name) {
        if (!known || name.id().isEmpty()) {
            return false;
        }
        var id = name.id().getAsLong();
        return switch (name.kind()) {
            case CORE -> !tids.contains(id);
            case IDS,
                    MM,
                    PAGEMAP,
                    FS,
                    VMAS,
                    CREDS,
                    SIGACT,
                    ITIMERS,
                    POSIX_TIMERS,
                    FILE_LOCKS_PID,
                    RLIMIT,
                    PSIGNAL,
                    SIGNAL ->
                    !pids.contains(id) && !tids.contains(id);
            case FDINFO -> tablesKnown && !tables.contains(id);
            default -> false;
        };
    }
}
