package org.icecore.workbench.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files and folders. Empty answers mean that the examiner cancelled. To be called on the UI thread.
public interface FileChoice {
    /// A line in the file dialog's list of kinds.
    ///
    /// @param title such as `Checkpoint archives`
    /// @param patterns such as `*.tar.gz`; at least one
    record Kind(String title, List<String> patterns) {
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }

    /// Asks for existing files.
    List<Path> open(String title, List<Kind> kinds);

    /// The same, whose dialogs that open start in a folder; this one, where dialogs start cannot be chosen.
    default FileChoice startingIn(Path folder) {
        return this;
    }

    /// Asks for a file to write, proposing one. The platform asks before an existing file is replaced.
    ///
    /// @param proposed a name alone leaves the folder to the dialog
    Optional<Path> save(String title, Path proposed, List<Kind> kinds);

    /// Asks for an existing folder.
    Optional<Path> folder(String title);
}
