package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Member;

/// A member of the archive and what is known of it.
///
/// @param own its name below the root of the checkpoint, wherever that lies; empty for what merely lies in the same archive
/// @param inDump whether it lies with the images of this very dump: earlier dumps and other checkpoints can lie in the same archive
/// @param stale whether it belongs to a process that the process tree does not list: a remnant of an earlier dump
public record CheckpointMember(
        Member member, MemberKind kind, Optional<String> own, boolean inDump, boolean stale) {

    /// Whether it is an image of this dump, of the kind of that name.
    public boolean isOwnImage(String kind) {
        return inDump && image().filter(kind::equals).isPresent();
    }

    /// What CRIU image it is, e.g. `CORE`; empty for anything else, an unknown image too.
    public Optional<String> image() {
        return switch (kind) {
            case MemberKind.Image(var image) -> Optional.of(image);
            case MemberKind.UnknownImage _,
                    MemberKind.EngineFile _,
                    MemberKind.Keys _,
                    MemberKind.Other _ ->
                    Optional.empty();
        };
    }
}
