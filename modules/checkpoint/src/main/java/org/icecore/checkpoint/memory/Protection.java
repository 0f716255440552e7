package org.icecore.checkpoint.memory;

/// What a mapping allows: PROT_READ, PROT_WRITE, PROT_EXEC and whether it is shared.
public record Protection(boolean read, boolean write, boolean execute, boolean shared) {

    /// As the second column of `/proc/PID/maps`: `r-xp`.
    @Override
    public String toString() {
        return (read ? "r" : "-")
                + (write ? "w" : "-")
                + (execute ? "x" : "-")
                + (shared ? "s" : "p");
    }
}
