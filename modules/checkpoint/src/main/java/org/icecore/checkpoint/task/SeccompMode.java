package org.icecore.checkpoint.task;

/// How a thread's system calls are restricted; `seccomp_mode`, whose numbers are the kernel's SECCOMP_MODE_*.
public record SeccompMode(int number) {

    /// Not at all.
    public static final SeccompMode DISABLED = new SeccompMode(0);

    /// To read, write, exit and return from signals.
    public static final SeccompMode STRICT = new SeccompMode(1);

    /// By the filters in `seccomp.img`.
    public static final SeccompMode FILTER = new SeccompMode(2);

    /// The word for tables; `unknown (7)` for a number that this release does not know.
    public String label() {
        return switch (number) {
            case 0 -> "disabled";
            case 1 -> "strict";
            case 2 -> "filter";
            default -> "unknown (%d)".formatted(number);
        };
    }
}
