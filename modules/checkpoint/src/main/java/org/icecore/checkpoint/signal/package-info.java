/// Signals: what they do in a task, and which wait to be delivered.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of tasks and of how signals are
/// shown. Start at [org.icecore.checkpoint.KernelState].
package org.icecore.checkpoint.signal;
