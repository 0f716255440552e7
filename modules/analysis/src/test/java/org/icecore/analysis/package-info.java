/// What the tests of the questions share: checkpoints made in memory, and the sets of real evidence.
///
/// Knows the model of a checkpoint. Knows no question. Start at [CheckpointBuilder].
package org.icecore.analysis;
