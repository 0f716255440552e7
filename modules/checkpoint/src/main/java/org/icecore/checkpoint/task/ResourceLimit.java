package org.icecore.checkpoint.task;

import org.icecore.checkpoint.Machine;

/// A resource limit; `rlimit_entry`, whose place in the list is its RLIMIT_* number.
///
/// @param resource as `machine` counts
/// @param soft -1 (all bits set) for unlimited
/// @param hard -1 (all bits set) for unlimited
public record ResourceLimit(int resource, Machine machine, long soft, long hard) {

    /// RLIMIT_* name of asm-generic/resource.h, or of arch/mips/include/uapi/asm/resource.h.
    public String name() {
        return switch (machine) {
            case GENERIC, ARM, POWERPC -> generic();
            case UNKNOWN -> resource >= 5 && resource <= 9 ? "RLIMIT_" + resource : generic();
            case MIPS ->
                    switch (resource) {
                        case 5 -> "RLIMIT_NOFILE";
                        case 6 -> "RLIMIT_AS";
                        case 7 -> "RLIMIT_RSS";
                        case 8 -> "RLIMIT_NPROC";
                        case 9 -> "RLIMIT_MEMLOCK";
                        default -> generic();
                    };
        };
    }

    private String generic() {
        return switch (resource) {
            case 0 -> "RLIMIT_CPU";
            case 1 -> "RLIMIT_FSIZE";
            case 2 -> "RLIMIT_DATA";
            case 3 -> "RLIMIT_STACK";
            case 4 -> "RLIMIT_CORE";
            case 5 -> "RLIMIT_RSS";
            case 6 -> "RLIMIT_NPROC";
            case 7 -> "RLIMIT_NOFILE";
            case 8 -> "RLIMIT_MEMLOCK";
            case 9 -> "RLIMIT_AS";
            case 10 -> "RLIMIT_LOCKS";
            case 11 -> "RLIMIT_SIGPENDING";
            case 12 -> "RLIMIT_MSGQUEUE";
            case 13 -> "RLIMIT_NICE";
            case 14 -> "RLIMIT_RTPRIO";
            case 15 -> "RLIMIT_RTTIME";
            default -> "RLIMIT_" + resource;
        };
    }

    /// `soft` or `hard` in words.
    public static String text(long limit) {
        return limit == -1 ? "unlimited" : Long.toUnsignedString(limit);
    }
}
