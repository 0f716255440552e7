package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.signal.Signal;

/// How the kernel treats a thread, beyond [ThreadCore].
///
/// @param priority real-time priority, 1 to 99; empty in other policies
/// @param parentDeathSignal that it gets when its parent dies
/// @param blocked signals that are not delivered to it
/// @param signalStack alternate stack for signal handlers, if one is set
/// @param restartableSequences area registered with `rseq(2)`, if one is
/// @param sequenceSignature word that precedes an abort handler of a restartable sequence in the code; empty without such an area
/// @param sequence address of the restartable sequence that the thread was stopped in, if it is one that a signal must not restart
/// @param robustFutexes address of the list of robust futexes
/// @param cgroupSet key of [org.icecore.checkpoint.cgroup.CgroupSet]
public record ThreadTraits(
        OptionalInt priority,
        Optional<Signal> parentDeathSignal,
        List<Signal> blocked,
        Optional<Area> signalStack,
        Optional<Area> restartableSequences,
        OptionalLong sequenceSignature,
        OptionalLong sequence,
        long robustFutexes,
        OptionalLong cgroupSet) {

    public ThreadTraits {
        blocked = List.copyOf(blocked);
    }

    /// Bytes in the memory of the task.
    public record Area(long address, long size) {}
}
