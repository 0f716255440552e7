package org.icecore.views.desk;

import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.content.StoredFile;

/// The key of the editor that shows a file within a checkpoint: of the exported root file system, unlinked, or of memory alone.
///
/// Two keys of one artefact are equal, whenever its content was found.
///
/// @param holder what the checkpoint is called
public record StoredFileKey(ArtefactRef ref, StoredFile file, String holder) {

    /// The last name of the file.
    public String title() {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredFileKey key && key.ref.equals(ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.text();
    }
}
