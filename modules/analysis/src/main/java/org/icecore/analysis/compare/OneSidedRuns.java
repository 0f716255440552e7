package org.icecore.analysis.compare;

import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.Origin;

/// The runs of one mapping whose bytes one checkpoint alone knows, and for the same cause.
///
/// @param example the first of them
/// @param bytes of all together
record OneSidedRuns(Cause cause, MemoryRange example, long bytes) {

    /// Why the other checkpoint does not know them.
    enum Cause {
        /// The first checkpoint has lost them, or never held them.
        LOST_BEFORE,
        /// The second checkpoint has lost them, or never held them.
        LOST_AFTER,
        /// They were not the task's own there: a page of a file became its own copy, or was given up.
        OTHER_PAGE;

        /// That of a run that one of the two spaces knows.
        static Cause of(AddressSpace before, AddressSpace after, AddressRange range) {
            var old = origin(before, range);
            var now = origin(after, range);
            if (isLost(old)) {
                return LOST_BEFORE;
            }
            return isLost(now) ? LOST_AFTER : OTHER_PAGE;
        }

        private static Origin origin(AddressSpace memory, AddressRange range) {
            return memory.extents(range, 1).getFirst().origin();
        }

        private static boolean isLost(Origin origin) {
            return switch (origin) {
                case Origin.NotCaptured(var gap, _) ->
                        switch (gap) {
                            case IN_PARENT, LAZY, DAMAGED -> true;
                            case CLEAN_FILE_PAGE, SHARED_FILE_PAGE, KERNEL, EXTERNAL -> false;
                        };
                case Origin.Captured _, Origin.Zero _, Origin.NotMapped _ -> false;
            };
        }
    }

    /// Those of `run` alone.
    static OneSidedRuns of(Cause cause, MemoryRange run) {
        return new OneSidedRuns(cause, run, run.range().length());
    }

    /// With the runs behind them.
    OneSidedRuns and(OneSidedRuns later) {
        return new OneSidedRuns(cause, example, bytes + later.bytes);
    }
}
