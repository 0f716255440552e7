package org.icecore.checkpoint;

/// The kind of machine that was dumped, as far as the numbers of the kernel's interface differ between machines: bits of files,
/// terminals and signal handlers, the order of limits, types of sockets.
public enum Machine {
    /// Those that take the numbers of `include/uapi/asm-generic`: x86-64, s390, LoongArch and RISC-V.
    GENERIC,
    /// ARM of 32 and of 64 bits.
    ARM,
    POWERPC,
    MIPS,
    /// No core image tells, or it names a machine that this release does not know: no number has a name for certain.
    UNKNOWN;

    /// The machine that a core image names, `AARCH64`.
    public static Machine of(String architecture) {
        return switch (architecture) {
            case "X86_64", "S390", "LOONGARCH64", "RISCV64" -> GENERIC;
            case "ARM", "AARCH64" -> ARM;
            case "PPC64" -> POWERPC;
            case "MIPS" -> MIPS;
            default -> UNKNOWN;
        };
    }
}
