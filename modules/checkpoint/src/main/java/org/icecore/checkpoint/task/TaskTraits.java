package org.icecore.checkpoint.task;

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
public record TaskTraits(
        int personality,
        OptionalInt oomScoreAdjustment,
        Optional<Boolean> childSubreaper,
        Optional<Signal> stopSignal,
        OptionalInt dumpable,
        OptionalInt membarrier) {}
