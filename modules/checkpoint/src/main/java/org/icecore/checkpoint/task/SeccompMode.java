package org.icecore.checkpoint.task;

/// How a thread's system calls are restricted; `seccomp_mode`.
public enum SeccompMode {
    DISABLED,
    STRICT,
    FILTER
}
