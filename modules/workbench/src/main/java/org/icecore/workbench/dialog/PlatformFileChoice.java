package org.icecore.workbench.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The file dialogs of the desktop. Those that open start where the last one ended, those that save where they are
/// told.
public final class PlatformFileChoice implements FileChoice {
    private final Supplier<Window> owner;
    private Optional<File> last = Optional.empty();

    public PlatformFileChoice(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public FileChoice startingIn(Path folder) {
        var there = new PlatformFileChoice(owner);
        there.last = Optional.of(folder.toFile());
        return there;
    }

    @Override
    public List<Path> open(String title, List<Kind> kinds) {
        var chosen = Optional.ofNullable(chooser(title, kinds).showOpenMultipleDialog(owner.get()));
        var files = chosen.map(List::copyOf).orElse(List.of());
        files.stream().findFirst().ifPresent(this::remember);
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
        var chooser = chooser(title, kinds);
        chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
        Optional.ofNullable(proposed.getParent())
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        last.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        var chosen = Optional.ofNullable(chooser.showDialog(owner.get()));
        chosen.ifPresent(file -> last = Optional.of(file));
        return chosen.map(File::toPath);
    }

    private FileChooser chooser(String title, List<Kind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (var kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(kind.title(), kind.patterns()));
        }
        last.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private void remember(File file) {
        last = Optional.ofNullable(file.getParentFile());
    }
}
