/// Mounts and host names.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of how they are shown.
package org.icecore.checkpoint.namespace;
