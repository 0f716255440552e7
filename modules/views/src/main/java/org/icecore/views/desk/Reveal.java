package org.icecore.views.desk;

import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Location;
import org.icecore.workbench.part.Parts;

/// Shows places in the evidence.
///
/// @param parts of the window
public record Reveal(Parts parts) {

    /// Opens the bytes of the member and selects those of the place.
    public void show(CheckpointId checkpoint, Location at) {
        parts.openEditor(new MemberBytesKey(checkpoint, at.member()))
                .ifPresent(
                        editor -> {
                            if (editor instanceof ShowsBytes bytes) {
                                bytes.show(at.range());
                            }
                        });
    }
}
