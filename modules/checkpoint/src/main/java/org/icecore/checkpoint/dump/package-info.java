/// How a dump was made, as far as its traces tell: CRIU's log, the images that it should have, the engine's documents, and
/// the clocks behind its times.
///
/// Immutable records with their places in the evidence. Knows nothing of what the dump holds of the tasks, nor of how it is
/// shown. Start at [org.icecore.checkpoint.DumpAccount].
package org.icecore.checkpoint.dump;
