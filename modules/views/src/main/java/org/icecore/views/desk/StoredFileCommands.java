package org.icecore.views.desk;

import java.util.List;
import org.icecore.workbench.command.Command;

/// The commands for the selected file within a checkpoint. The application registers them with [StoredFileDeeds].
public final class StoredFileCommands {
    /// Opens the content of the selected file.
    public static final String OPEN = "stored-file.open";
    /// Copies the SHA-256 of the selected file's content.
    public static final String COPY_DIGEST = "stored-file.copy-digest";
    /// Saves a copy of the selected file's content.
    public static final String SAVE = "stored-file.save";

    private static final String EVIDENCE = "Evidence";

    private StoredFileCommands() {}

    /// All of them.
    public static List<Command> all() {
        return List.of(
                Command.of(
                                OPEN,
                                EVIDENCE,
                                "Open Content",
                                "Shows the content of the selected file, as far as the checkpoint keeps it")
                        .withIcon("open-file"),
                Command.of(
                                COPY_DIGEST,
                                EVIDENCE,
                                "Copy SHA-256 of Content",
                                "Computes and copies the digest of the selected file's content")
                        .withIcon("copy"),
                Command.of(
                                SAVE,
                                EVIDENCE,
                                "Save a Copy...",
                                "Writes the content of the selected file to a place outside of the evidence")
                        .withIcon("save"));
    }
}
