/// What was written and not read yet.
///
/// Immutable records; contents are read where they lie. Start at [QueuedData].
package org.icecore.checkpoint.queue;
