package org.icecore.checkpoint.container;

import java.util.Optional;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// A path of the root file system that differs from the image, as the engine exported it.
///
/// The engines leave out some modified files (those with no counterpart on the host at export time) and changed
/// directories: a path that is not listed may still have been changed.
///
/// @param path from the root, with a leading `/`
/// @param entry of `rootfs-diff.tar` or of the layer in its place; empty for a deletion, however it
///     is told
/// @param at what says so: the entry, headers and content, or the string in `deleted.files`. Of a compressed layer the
///     member is called `NAME (unpacked)`, and the range is that of the unpacked layer.
public record RootfsChange(String path, Kind kind, Optional<Member> entry, Location at) {

    /// What happened to the path.
    public enum Kind {
        /// The diff holds it: added or modified, which the diff alone cannot tell apart.
        WRITTEN,
        /// `deleted.files` lists it, or a whiteout of a layer names it.
        DELETED,
        /// A directory whose former content is hidden by an opaque whiteout; what else is listed in it is its new content.
        EMPTIED
    }
}
