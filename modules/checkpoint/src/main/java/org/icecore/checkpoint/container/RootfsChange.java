package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Member;

/// A path of the root file system that differs from the image, as the engine exported it.
///
/// The engines leave out some modified files (those with no counterpart on the host at export time) and changed
/// directories: a path that is not listed may still have been changed.
///
/// @param path from the root, with a leading `/`
/// @param entry of `rootfs-diff.tar`; empty for a deletion
public record RootfsChange(String path, Kind kind, Optional<Member> entry) {

    /// What happened to the path.
    public enum Kind {
        /// The diff holds it: added or modified, which the diff alone cannot tell apart.
        WRITTEN,
        /// `deleted.files` lists it.
        DELETED
    }
}
