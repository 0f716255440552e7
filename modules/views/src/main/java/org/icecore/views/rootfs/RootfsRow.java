package org.icecore.views.rootfs;

import java.util.Optional;
import org.icecore.checkpoint.container.RootfsChange;

/// A row of the tree of changed paths.
///
/// @param path from the root, without a `/` at its end
/// @param change what the export says of the path; empty for a folder that only leads to changes
/// @param below how many changed paths lie below it
public record RootfsRow(String path, Optional<RootfsChange> change, int below) {
    /// The last name of the path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
