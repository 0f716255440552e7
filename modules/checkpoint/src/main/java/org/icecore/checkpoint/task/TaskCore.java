package org.icecore.checkpoint.task;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Machine;

/// What `core-PID.img` says of the task as a whole.
///
/// @param comm the name in `/proc/PID/comm`
/// @param exitCode as `wait` gives it; of use only for a zombie
/// @param machine that numbers the signal which an exit code may tell
/// @param flags PF_* bits
/// @param loginUid audit login; empty where none was set
/// @param limits in RLIMIT_* order; empty if not recorded
public record TaskCore(
        String comm,
        TaskState state,
        int exitCode,
        Machine machine,
        int personality,
        int flags,
        OptionalLong loginUid,
        OptionalInt oomScoreAdjustment,
        List<ResourceLimit> limits) {

    public TaskCore {
        limits = List.copyOf(limits);
    }
}
