/// What a hex view shows and does, without a window: bytes and their states, rows, caret, queries, copies, changes.
///
/// Knows unsigned 64-bit addresses, runs of bytes and why some are absent. Must not know checkpoints, nor anything of
/// `javafx.scene`. Start at [HexContent], which is all a caller has to supply, then [RowTable].
package org.icecore.views.hex.model;
