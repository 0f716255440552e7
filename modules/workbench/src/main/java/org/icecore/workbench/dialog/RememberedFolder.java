package org.icecore.workbench.dialog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.icecore.workbench.preference.Preferences;

/// Proposes to write into the folder last written to, in this start or an earlier one; at first among the documents of
/// the examiner, or in the home folder where there are none. Where evidence was opened counts for nothing: nobody
/// writes beside evidence without having said so.
public final class RememberedFolder implements FileChoice {
    private static final String KEY = "dialog.save-folder";

    private final FileChoice dialogs;
    private final Preferences preferences;
    private final Path home;

    /// @param dialogs ask
    /// @param home the home folder of the examiner
    public RememberedFolder(FileChoice dialogs, Preferences preferences, Path home) {
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.home = home;
    }

    @Override
    public List<Path> open(String title, List<Kind> kinds) {
        return dialogs.open(title, kinds);
    }

    @Override
    public FileChoice startingIn(Path folder) {
        return new RememberedFolder(dialogs.startingIn(folder), preferences, home);
    }

    @Override
    public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
        var chosen = dialogs.save(title, start().resolve(proposed), kinds);
        chosen.flatMap(file -> Optional.ofNullable(file.toAbsolutePath().getParent()))
                .ifPresent(folder -> preferences.put(KEY, folder.toString()));
        return chosen;
    }

    @Override
    public Optional<Path> folder(String title) {
        return dialogs.folder(title);
    }

    private Path start() {
        var documents = Optional.of(home.resolve("Documents"));
        return preferences
                .text(KEY)
                .flatMap(RememberedFolder::path)
                .filter(Files::isDirectory)
                .or(() -> documents.filter(Files::isDirectory))
                .orElse(home);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
