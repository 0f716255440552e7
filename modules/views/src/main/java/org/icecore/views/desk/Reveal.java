package org.icecore.views.desk;

import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Location;
import org.icecore.views.bench.MemberKey;
import org.icecore.workbench.part.Parts;

/// Shows places in the evidence.
///
/// @param parts of the window
public record Reveal(Parts parts) {

    /// Opens the member as what it is, an image field by field, and selects the place.
    public void show(CheckpointId checkpoint, Location at) {
        show(new MemberKey(checkpoint, at.member()), at);
    }

    /// Opens the bytes of the member, whatever they are, and selects those of the place.
    public void showBytes(CheckpointId checkpoint, Location at) {
        show(new MemberBytesKey(checkpoint, at.member()), at);
    }

    private void show(Object key, Location at) {
        parts.openEditor(key)
                .ifPresent(
                        editor -> {
                            if (editor instanceof ShowsBytes bytes && at.range().length() > 0) {
                                bytes.show(at.range());
                            }
                        });
    }
}
