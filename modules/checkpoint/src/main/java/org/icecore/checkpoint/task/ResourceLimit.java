package org.icecore.checkpoint.task;

/// A resource limit; `rlimit_entry`, whose place in the list is its RLIMIT_* number.
///
/// @param soft -1 (all bits set) for unlimited
/// @param hard -1 (all bits set) for unlimited
public record ResourceLimit(int resource, long soft, long hard) {

    /// RLIMIT_* name of asm-generic/resource.h.
    public String name() {
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
