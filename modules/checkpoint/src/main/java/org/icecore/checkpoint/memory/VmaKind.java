package org.icecore.checkpoint.memory;

/// What lies behind a mapping; from `vma_entry.status`.
public enum VmaKind {
    /// Private memory without a file.
    ANONYMOUS("anonymous"),
    /// The range that `brk` moves.
    HEAP("heap"),
    /// The range that holds the initial stack.
    STACK("stack"),
    /// A file, copied on write.
    FILE_PRIVATE("private file"),
    /// A file, written through.
    FILE_SHARED("shared file"),
    /// Memory without a file shared with other tasks (`MAP_SHARED | MAP_ANONYMOUS`).
    SHARED("shared"),
    /// A file of `memfd_create`.
    MEMFD("memfd"),
    /// A System V shared memory segment.
    SYSV_SHM("sysv shm"),
    /// Code that the kernel maps into each task.
    VDSO("vdso"),
    /// Data of the vDSO; kept by the kernel, never in a checkpoint.
    VVAR("vvar"),
    /// The fixed page of old system calls; never in a checkpoint.
    VSYSCALL("vsyscall"),
    /// The ring of an asynchronous I/O context.
    AIO_RING("aio ring"),
    /// A mapped packet socket.
    SOCKET("socket"),
    /// A shadow stack.
    SHADOW_STACK("shadow stack"),
    /// Left to a plugin of CRIU, e.g. device memory.
    PLUGIN("plugin"),
    /// A status this release does not know.
    OTHER("other");

    private final String label;

    VmaKind(String label) {
        this.label = label;
    }

    /// The word for tables.
    public String label() {
        return label;
    }

    /// Whether there is a file behind it that has a name, be it in no file system.
    public boolean isOfFile() {
        return switch (this) {
            case FILE_PRIVATE, FILE_SHARED, MEMFD -> true;
            case SHARED,
                    ANONYMOUS,
                    HEAP,
                    STACK,
                    SYSV_SHM,
                    VDSO,
                    VVAR,
                    VSYSCALL,
                    AIO_RING,
                    SOCKET,
                    SHADOW_STACK,
                    PLUGIN,
                    OTHER ->
                    false;
        };
    }
}
