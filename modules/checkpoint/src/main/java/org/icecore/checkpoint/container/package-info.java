/// The container as its engine described it, and what lies in the archive.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of how they are shown.
package org.icecore.checkpoint.container;
