package org.icecore.workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.dialog.RememberedFolder;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.navigation.NavigationHistory;
import org.icecore.workbench.part.Parts;
import org.icecore.workbench.preference.Preferences;
import org.icecore.workbench.selection.SelectionService;
import org.icecore.workbench.shell.PartsModel;
import org.icecore.workbench.theme.Themes;

/// The services of one workbench, made before its window so that views and handlers can be built with them.
///
/// The application passes each view just the services it needs.
public final class WorkbenchServices {
    private final ErrorLog errorLog;
    private final Executor ui;
    private final Executor workers;
    private final Preferences preferences;
    private final Commands commands;
    private final KeyBindings keys;
    private final Icons icons;
    private final Menus menus;
    private final SelectionService selection = new SelectionService();
    private final NavigationHistory history = new NavigationHistory();
    private final Jobs jobs;
    private final Themes themes;
    private final FileChoice files;
    private final PartsModel parts;
    private final ReadOnlyObjectWrapper<Optional<Node>> focused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Services whose observables change on the JavaFX thread.
    public WorkbenchServices(WorkbenchSetup setup) {
        this(setup, javafx.application.Platform::runLater, Jobs.virtualThreads());
    }

    /// @param ui runs what changes observables
    /// @param workers runs jobs; one thread for each is expected
    public WorkbenchServices(WorkbenchSetup setup, Executor ui, Executor workers) {
        this.ui = ui;
        this.workers = workers;
        errorLog = new ErrorLog(setup.clock(), ui);
        preferences = Preferences.load(setup.configurationFolder(), errorLog);
        commands =
                new Commands(
                        (command, failure) ->
                                errorLog.error(
                                        "%s: %s".formatted(command.title(), describe(failure)),
                                        failure));
        keys = new KeyBindings(setup.platform());
        icons = new Icons(setup.icons());
        menus = new Menus(commands, keys, icons);
        jobs = new Jobs(workers, ui, errorLog);
        themes = new Themes(preferences);
        files =
                new RememberedFolder(
                        setup.files(), preferences, Path.of(System.getProperty("user.home", "")));
        parts = new PartsModel(commands, preferences, errorLog);
    }

    /// What went wrong. From any thread.
    public ErrorLog errorLog() {
        return errorLog;
    }

    /// What is remembered between starts. From any thread.
    public Preferences preferences() {
        return preferences;
    }

    /// The commands and their handlers.
    public Commands commands() {
        return commands;
    }

    /// The key bindings.
    public KeyBindings keys() {
        return keys;
    }

    /// Makes icons.
    public Icons icons() {
        return icons;
    }

    /// Makes menus and buttons from command ids.
    public Menus menus() {
        return menus;
    }

    /// The selection.
    public SelectionService selection() {
        return selection;
    }

    /// The locations visited.
    public NavigationHistory history() {
        return history;
    }

    /// Runs work in the background.
    public Jobs jobs() {
        return jobs;
    }

    /// The theme and its colours.
    public Themes themes() {
        return themes;
    }

    /// Asks the examiner for files.
    public FileChoice files() {
        return files;
    }

    /// Opens, shows and closes parts.
    public Parts parts() {
        return parts;
    }

    /// The control of a part that has the key focus, or had it before a menu or the tool bar got it.
    public ReadOnlyObjectProperty<Optional<Node>> focused() {
        return focused.getReadOnlyProperty();
    }

    void focused(Node control) {
        focused.set(Optional.of(control));
    }

    PartsModel partsModel() {
        return parts;
    }

    Executor ui() {
        return ui;
    }

    Executor workers() {
        return workers;
    }

    private static String describe(RuntimeException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
