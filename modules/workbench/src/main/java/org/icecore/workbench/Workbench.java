package org.icecore.workbench;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.icecore.workbench.part.Part;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.quickaccess.QuickAccess;
import org.icecore.workbench.quickaccess.QuickAccessProvider;
import org.icecore.workbench.shell.KeyDispatcher;
import org.icecore.workbench.shell.PartsModel;
import org.icecore.workbench.shell.StatusText;
import org.icecore.workbench.shell.WindowMemory;

/// The window. Built once from services and contributions; everything later happens through the services.
///
/// To be made and used on the UI thread.
public final class Workbench {
    private static final Duration SAVE_EVERY = Duration.seconds(10);

    private final Stage stage;
    private final WorkbenchServices services;
    private final PartsModel model;
    private final WindowMemory memory;
    private final WindowPane pane;
    private final Scene scene;
    private final Timeline saving;

    public Workbench(
            Stage stage, WorkbenchServices services, WorkbenchContributions contributions) {
        this.stage = stage;
        this.services = services;
        this.model = services.partsModel();
        this.memory = new WindowMemory(services.preferences());
        var views = new ArrayList<ViewDescriptor>(contributions.views());
        views.addAll(BuiltIn.views(services));
        model.install(views, contributions.editors(), contributions.perspectives());
        var columns = new ColumnCommands(services);
        var providers = new ArrayList<>(BuiltIn.providers(services));
        providers.add(columns.provider());
        providers.addAll(contributions.quickAccess());
        var dispatcher = new KeyDispatcher(services.commands(), services.keys());
        contributions.keys().forEach(services.keys()::add);
        WindowKeys.all().forEach(services.keys()::add);
        var relay = new WindowPane.Relay();
        new WindowCommands(services, model, relay).register(views);
        BuiltIn.register(services);
        new EditCommands(services).register();
        columns.register();
        new ContextMenuCommand(services).register();
        contributions
                .commands()
                .forEach(
                        each ->
                                each.handler()
                                        .ifPresentOrElse(
                                                handler ->
                                                        services.commands()
                                                                .register(each.command(), handler),
                                                () ->
                                                        services.commands()
                                                                .register(each.command())));
        WindowKeys.bindLetters(services.commands(), services.keys());
        this.pane =
                new WindowPane(
                        services,
                        model,
                        contributions,
                        quickAccess(providers),
                        this::quickAccess,
                        StatusText.of(model, contributions.status()),
                        dispatcher.pending());
        relay.connect(pane);
        this.scene = new Scene(pane);
        services.themes().style(scene, contributions.stylesheets());
        dispatcher.attach(scene);
        scene.focusOwnerProperty()
                .subscribe(owner -> Optional.ofNullable(owner).ifPresent(this::focusMoved));
        acceptFiles(contributions);
        model.onFocus(Part::focus);
        // What a control's own listener throws reaches no command; it must not end up on a console
        // nobody sees.
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (_, failure) ->
                                services.errorLog()
                                        .error("Unexpected error: %s".formatted(failure), failure));
        stage.titleProperty().bind(contributions.title());
        stage.setScene(scene);
        saving = new Timeline(new KeyFrame(SAVE_EVERY, _ -> remember()));
        saving.setCycleCount(Animation.INDEFINITE);
        stage.setOnHidden(_ -> close());
    }

    /// Shows the window where it was when it was closed, and moves the key focus into it.
    public void show() {
        memory.restore(stage);
        stage.show();
        saving.play();
        pane.visibleParts().stream().findFirst().ifPresent(model::focus);
    }

    /// The scene, for tests and screenshots.
    public Scene scene() {
        return scene;
    }

    private void focusMoved(Node owner) {
        if (pane.focusMoved(owner)) {
            services.focused(owner);
        }
    }

    private void remember() {
        memory.remember(stage);
        services.workers().execute(services.preferences()::save);
    }

    private void close() {
        saving.stop();
        services.jobs().cancelAll();
        memory.remember(stage);
        services.preferences().save();
        model.dispose();
    }

    private QuickAccess quickAccess(List<QuickAccessProvider> providers) {
        return new QuickAccess(
                providers,
                services.workers(),
                services.ui(),
                (provider, failure) ->
                        services.errorLog()
                                .error(
                                        "Quick Access, %s: %s"
                                                .formatted(provider.title(), failure.getMessage()),
                                        failure));
    }

    private void acceptFiles(WorkbenchContributions contributions) {
        scene.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                    }
                });
        scene.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    var files = event.getDragboard().getFiles();
                    if (files != null && !files.isEmpty()) {
                        contributions
                                .onFilesDropped()
                                .accept(files.stream().map(File::toPath).toList());
                        event.setDropCompleted(true);
                    }
                });
    }
}
