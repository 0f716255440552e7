/// Address spaces: mappings, where each byte comes from, and the bytes.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of how they are shown.
package org.icecore.checkpoint.memory;
