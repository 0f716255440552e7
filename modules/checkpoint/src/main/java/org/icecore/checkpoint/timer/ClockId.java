package org.icecore.checkpoint.timer;

/// A clock by its number; include/uapi/linux/time.h. Negative numbers are clocks of a process or thread.
public record ClockId(int number) {

    /// CLOCK_* name.
    public String name() {
        return switch (number) {
            case 0 -> "CLOCK_REALTIME";
            case 1 -> "CLOCK_MONOTONIC";
            case 2 -> "CLOCK_PROCESS_CPUTIME_ID";
            case 3 -> "CLOCK_THREAD_CPUTIME_ID";
            case 4 -> "CLOCK_MONOTONIC_RAW";
            case 5 -> "CLOCK_REALTIME_COARSE";
            case 6 -> "CLOCK_MONOTONIC_COARSE";
            case 7 -> "CLOCK_BOOTTIME";
            case 8 -> "CLOCK_REALTIME_ALARM";
            case 9 -> "CLOCK_BOOTTIME_ALARM";
            case 11 -> "CLOCK_TAI";
            default -> "clock " + number;
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
