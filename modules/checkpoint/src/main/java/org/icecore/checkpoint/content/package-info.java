/// Files whose content lies in the checkpoint: unlinked ones, those of memory alone, those that the engine exported.
///
/// Knows how their bytes are pieced together from the archive; nothing is written out. Knows nothing of who asks for them.
/// Start at [StoredFiles].
package org.icecore.checkpoint.content;
