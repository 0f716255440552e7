/// Hex editor and hex comparison, read-only, over a sparse 64-bit address space.
///
/// Knows how bytes look and how hands move among them. Must not know checkpoints: what is shown comes through
/// [org.icecore.views.hex.model.HexContent]. Start at [HexView] and [HexDiffView].
package org.icecore.views.hex;
