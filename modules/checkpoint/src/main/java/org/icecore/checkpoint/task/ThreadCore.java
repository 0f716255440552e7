package org.icecore.checkpoint.task;

import java.util.Optional;
import java.util.OptionalInt;

/// What `core-TID.img` says of one thread.
///
/// @param comm the thread's own name, if recorded
/// @param seccomp empty where the dump does not say: CRIU since 3.10 writes that of the leader of a task alone, and before 1.7
///     none
/// @param seccompFilter index of its last filter in `seccomp.img`
/// @param blockedSignals bit n-1 stands for signal n
/// @param schedulingPolicy SCHED_*
/// @param nice -20 to 19
public record ThreadCore(
        Optional<String> comm,
        Optional<Registers> registers,
        Optional<Credentials> credentials,
        Optional<SeccompMode> seccomp,
        OptionalInt seccompFilter,
        long blockedSignals,
        OptionalInt schedulingPolicy,
        OptionalInt nice) {}
