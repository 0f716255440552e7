package org.icecore.checkpoint.content;

import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.MemberPath;

/// A file, directory or the like in a tmpfs.
///
/// @param entry as its archive describes it
public record TmpfsFile(Tmpfs tmpfs, Member entry) {

    /// How it is called as a member: the image, and the way within.
    public String member() {
        return tmpfs.image().name() + MemberPath.INTO + entry.name();
    }

    /// Its path as the container had it; below the image where nobody knows the mount point.
    public String path() {
        var top = tmpfs.mountPoint().orElse(tmpfs.image().name() + MemberPath.INTO);
        var below = below();
        if (below.isEmpty()) {
            return top;
        }
        return top.endsWith("/") ? top + below : top + "/" + below;
    }

    /// Its path from the top of the tmpfs; empty for the top itself.
    public String below() {
        var below = entry.name();
        while (below.startsWith("./") || below.startsWith("/")) {
            below = below.substring(below.indexOf('/') + 1);
        }
        var end = below.length();
        while (end > 0 && below.charAt(end - 1) == '/') {
            end--;
        }
        below = below.substring(0, end);
        return below.equals(".") ? "" : below;
    }

    /// The image as a whole: where an unpacked byte lies in it no one can point at.
    public Location at() {
        return Location.of(tmpfs.image().name(), 0, tmpfs.image().size());
    }
}
