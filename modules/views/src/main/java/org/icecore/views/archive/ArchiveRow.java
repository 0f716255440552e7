package org.icecore.views.archive;

import java.util.Optional;
import org.icecore.checkpoint.container.CheckpointMember;

/// A row of the Archive view.
///
/// @param path without `./` before it and `/` behind it
/// @param member what the archive says of the path; empty for a folder that no entry names
/// @param nested whether the content is an archive itself
/// @param below how many members lie below it
record ArchiveRow(String path, Optional<CheckpointMember> member, boolean nested, int below) {
    /// The last name of the path.
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
