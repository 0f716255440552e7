package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.signal.Signal;

/// How the kernel treats a task as a whole, beyond [TaskCore].
///
/// @param personality as `personality(2)` gives it
/// @param oomScoreAdjustment -1000 to 1000; -1000 keeps the out-of-memory killer away
/// @param childSubreaper whether orphans below it are given to it as parent; empty if not recorded
/// @param stopSignal that stopped it, if one did
/// @param dumpable PR_SET_DUMPABLE: 0 keeps debuggers and readers of its memory away, 1 is usual, 2 lets root alone; empty if not
///     recorded
/// @param membarrier MEMBARRIER_CMD_REGISTER_* bits that it had asked for
/// @param hugePagesDisabled whether it had transparent huge pages turned off with PR_SET_THP_DISABLE; empty if not recorded
/// @param rings for asynchronous input and output, in the order of the image; empty if the image of its memory is not there
public record TaskTraits(
        int personality,
        OptionalInt oomScoreAdjustment,
        Optional<Boolean> childSubreaper,
        Optional<Signal> stopSignal,
        OptionalInt dumpable,
        OptionalInt membarrier,
        Optional<Boolean> hugePagesDisabled,
        Optional<List<Ring>> rings) {

    public TaskTraits {
        rings = rings.map(List::copyOf);
    }

    /// What `io_setup(2)` made.
    ///
    /// @param address of the ring, which is its handle
    /// @param requests that it was asked to hold, as CRIU reckons them from its size
    /// @param size bytes
    public record Ring(long address, long requests, long size) {}
}
