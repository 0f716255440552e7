package org.icecore.checkpoint.dump;

import java.util.List;
import org.icecore.evidence.Member;

/// A file that an engine lays beside the images, or does not.
///
/// @param name as the engine calls it
/// @param holds what it tells
/// @param members what it is; empty if it is not there
/// @param absence what it means if it is not there
public record EngineDocument(String name, String holds, List<Member> members, String absence) {

    public EngineDocument {
        members = List.copyOf(members);
    }
}
