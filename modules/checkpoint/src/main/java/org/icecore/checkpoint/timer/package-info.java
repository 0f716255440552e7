/// Timers that tasks had set.
///
/// Immutable records, each with the place in the evidence it was read from. A timerfd is no timer of this package but an
/// open file. Start at [TaskTimer].
package org.icecore.checkpoint.timer;
