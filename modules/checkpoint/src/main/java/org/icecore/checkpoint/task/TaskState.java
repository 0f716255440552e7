package org.icecore.checkpoint.task;

/// State of a task when it was frozen; `task_core_entry.task_state`.
public enum TaskState {
    /// 1: running or sleeping.
    ALIVE("alive"),
    /// 2: ended; CRIU writes it for a task that the kernel called a zombie, and keeps no more than its exit code. The word is the
    /// kernel's.
    DEAD("zombie"),
    /// 3: stopped by a signal.
    STOPPED("stopped"),
    /// 6: ended, not waited for by its parent.
    ZOMBIE("zombie"),
    /// A number that this release does not know, or no core image.
    UNKNOWN("unknown");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    /// The state of that number, by compel's task-state.h.
    public static TaskState of(int number) {
        return switch (number) {
            case 1 -> ALIVE;
            case 2 -> DEAD;
            case 3 -> STOPPED;
            case 6 -> ZOMBIE;
            default -> UNKNOWN;
        };
    }

    /// The word for tables.
    public String label() {
        return label;
    }
}
