package org.icecore.views.desk;

import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;

/// The key of the editor that shows the bytes of a member, whether or not they are text.
public record MemberBytesKey(CheckpointId checkpoint, String member) {

    /// The member.
    public ArtefactRef.OfMember ref() {
        return new ArtefactRef.OfMember(checkpoint, member);
    }
}
