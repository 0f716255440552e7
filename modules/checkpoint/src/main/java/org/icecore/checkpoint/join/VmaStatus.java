package org.icecore.checkpoint.join;

/// Bits of `vma_entry.status` that tell what a mapping is, the more telling before those that come with it.
enum VmaStatus {
    EXT_PLUGIN(27),
    VSYSCALL(2),
    VDSO(3),
    VVAR(12),
    SYSVIPC(10),
    SOCKET(11),
    AIORING(13),
    SHADOW_STACK(15),
    MEMFD(14),
    FILE_PRIVATE(6),
    FILE_SHARED(7),
    ANON_SHARED(8),
    HEAP(5),
    STACK(1),
    ANON_PRIVATE(9);

    private final int bit;

    VmaStatus(int bit) {
        this.bit = bit;
    }

    boolean in(int status) {
        return (status >>> bit & 1) != 0;
    }
}
