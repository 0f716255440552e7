package org.icecore.checkpoint.timer;

import java.time.Duration;
import java.util.Optional;
import org.icecore.checkpoint.signal.Signal;
import org.icecore.checkpoint.task.Pid;
import org.icecore.evidence.Location;

/// A timer of a task.
public sealed interface TaskTimer {

    /// How long until it fires; zero if it is not armed.
    Duration left();

    /// How long from one time to the next; zero if it fires once.
    Duration interval();

    /// What it sends.
    Signal signal();

    /// Where it lies.
    Location at();

    /// Whether it runs.
    default boolean armed() {
        return !left().isZero();
    }

    /// A timer of `setitimer`.
    record Interval(Clock clock, Duration left, Duration interval, Signal signal, Location at)
            implements TaskTimer {

        /// What it counts; the order of the images.
        public enum Clock {
            /// Elapsed time; SIGALRM.
            REAL("ITIMER_REAL"),
            /// Processor time in user mode; SIGVTALRM.
            VIRTUAL("ITIMER_VIRTUAL"),
            /// Processor time in all; SIGPROF.
            PROFILING("ITIMER_PROF");

            private final String label;

            Clock(String label) {
                this.label = label;
            }

            /// The name in `setitimer`.
            public String label() {
                return label;
            }
        }
    }

    /// A timer of `timer_create`.
    ///
    /// @param id the task's handle
    /// @param clock CLOCK_*
    /// @param notification SIGEV_*
    /// @param value the word handed over with the signal
    /// @param overruns how often it fired without being noticed
    /// @param thread that gets the signal, for SIGEV_THREAD_ID
    record Posix(
            long id,
            ClockId clock,
            int notification,
            Signal signal,
            long value,
            long overruns,
            Duration left,
            Duration interval,
            Optional<Pid> thread,
            Location at)
            implements TaskTimer {

        /// SIGEV_* of asm-generic/siginfo.h.
        public String notificationName() {
            return switch (notification) {
                case 0 -> "SIGEV_SIGNAL";
                case 1 -> "SIGEV_NONE";
                case 2 -> "SIGEV_THREAD";
                case 4 -> "SIGEV_THREAD_ID";
                default -> "SIGEV_" + Integer.toUnsignedString(notification);
            };
        }
    }
}
