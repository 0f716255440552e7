package org.icecore.checkpoint.join;

import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// What a member of an exported root file system says.
///
/// Source of the whiteouts: OCI image specification 1.1, layer.md.
///
/// @param whiteouts whether a member can say that something was deleted
record LayerEntries(boolean whiteouts) {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    /// Files of that beginning are aufs' own and say nothing of others.
    private static final String OWN = ".wh..wh.";
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");
    /// How overlayfs itself marks what is deleted (kernel, Documentation/filesystems/overlayfs.rst).
    private static final Optional<Member.Device> MARK = Optional.of(new Member.Device(0, 0));

    /// @param at where the entry lies
    RootfsChange change(String name, Member entry, Location at) {
        var path = absolute(name);
        int end = path.lastIndexOf('/') + 1;
        var file = path.substring(end);
        if (entry.type() == Member.Type.CHARACTER_DEVICE && entry.device().equals(MARK)) {
            return new RootfsChange(path, RootfsChange.Kind.DELETED, Optional.empty(), at);
        } else if (!whiteouts || !isWhiteout(file)) {
            return new RootfsChange(path, RootfsChange.Kind.WRITTEN, Optional.of(entry), at);
        } else if (file.equals(OPAQUE)) {
            var directory = end > 1 ? path.substring(0, end - 1) : "/";
            return new RootfsChange(directory, RootfsChange.Kind.EMPTIED, Optional.empty(), at);
        }
        return new RootfsChange(
                path.substring(0, end) + file.substring(WHITEOUT.length()),
                RootfsChange.Kind.DELETED,
                Optional.empty(),
                at);
    }

    private static boolean isWhiteout(String file) {
        return file.equals(OPAQUE)
                || file.startsWith(WHITEOUT)
                        && !file.startsWith(OWN)
                        && !NO_NAMES.contains(file.substring(WHITEOUT.length()));
    }

    /// A path from the root, whether it is written with a leading `/`, `./` or nothing.
    static String absolute(String name) {
        var plain = name.startsWith("./") ? name.substring(2) : name;
        return plain.startsWith("/") ? plain : "/" + plain;
    }
}
