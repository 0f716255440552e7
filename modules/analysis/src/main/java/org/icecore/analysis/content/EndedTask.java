package org.icecore.analysis.content;

import org.icecore.checkpoint.task.Task;

/// Tells tasks that had ended before the dump: they have no memory, files or registers any more, so that nothing of the kind is
/// missing from the evidence.
public final class EndedTask {

    private EndedTask() {}

    /// Whether the task had ended: a zombie, or what CRIU calls dead.
    public static boolean test(Task task) {
        return switch (task.state()) {
            case DEAD, ZOMBIE -> true;
            case ALIVE, STOPPED, UNKNOWN -> false;
        };
    }
}
