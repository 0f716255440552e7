/// Open files and the descriptors that refer to them.
///
/// Immutable records, each with the place in the evidence it was read from. Knows nothing of how they are shown.
package org.icecore.checkpoint.file;
