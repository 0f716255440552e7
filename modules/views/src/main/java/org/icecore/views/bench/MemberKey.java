package org.icecore.views.bench;

import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;

/// The key of the editor that shows the content of a member of an archive.
public record MemberKey(CheckpointId checkpoint, String member) {

    /// The member.
    public ArtefactRef.OfMember ref() {
        return new ArtefactRef.OfMember(checkpoint, member);
    }
}
