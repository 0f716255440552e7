/// Locks on files.
///
/// Immutable records, each with the place in the evidence it was read from. Start at [FileLock].
package org.icecore.checkpoint.lock;
