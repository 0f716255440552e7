/// How images and engine files join into a checkpoint.
///
/// Knows CRIU's messages, the engines' members and how they refer to each other; all of it ends here. Not exported.
/// Start at [CheckpointJoin].
package org.icecore.checkpoint.join;
