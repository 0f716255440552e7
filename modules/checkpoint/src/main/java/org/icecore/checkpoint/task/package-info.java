/// Tasks, their threads, credentials, command lines and environments.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of how they are shown.
package org.icecore.checkpoint.task;
