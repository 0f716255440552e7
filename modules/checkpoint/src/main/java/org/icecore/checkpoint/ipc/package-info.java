/// System V objects for communication between tasks.
///
/// Immutable records, each with the place in the evidence it was read from. Start at [IpcObject].
package org.icecore.checkpoint.ipc;
