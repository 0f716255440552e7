package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.dialog.FileChoice;

/// The whole window on the headless platform, as a test opens, uses and closes it.
final class DesktopWindow implements AutoCloseable {
    /// The archives of the sample investigation: before and after.
    static final Path SAMPLE =
            Path.of(
                    System.getProperty("icecore.root"),
                    "modules",
                    "fixtures",
                    "evidence",
                    "incident");

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final Stage stage;
    private final Desktop.Assembled desktop;
    private final Answers answers;

    private DesktopWindow(Stage stage, Desktop.Assembled desktop, Answers answers) {
        this.stage = stage;
        this.answers = answers;
        this.desktop = desktop;
    }

    static List<Path> sample() {
        return List.of(SAMPLE.resolve("before.tar.gz"), SAMPLE.resolve("after.tar.gz"));
    }

    /// Opens the window on files, with its preferences in a folder.
    static DesktopWindow open(Path configuration, List<Path> files) {
        startToolkit();
        var answers = new Answers();
        var options =
                new DesktopOptions(
                        configuration, Optional.empty(), _ -> answers, Clock.systemUTC());
        return call(
                () -> {
                    var stage = new Stage();
                    return new DesktopWindow(
                            stage, Desktop.assemble(stage, files, options, _ -> {}), answers);
                });
    }

    WorkbenchServices services() {
        return desktop.services();
    }

    Bench bench() {
        return desktop.bench();
    }

    BenchSelection selection() {
        return desktop.selection();
    }

    Stage stage() {
        return stage;
    }

    /// What the examiner chooses in the dialogs that follow; nothing cancels them.
    DesktopWindow choosing(Path... paths) {
        run(() -> answers.chosen = List.of(paths));
        return this;
    }

    /// Drops files on the window.
    void drop(Path... files) {
        run(() -> desktop.evidence().drop(List.of(files)));
    }

    /// The titles of the dialogs that were shown.
    List<String> asked() {
        return call(() -> List.copyOf(answers.titles));
    }

    /// The files that dialogs proposed to write.
    List<Path> proposed() {
        return call(() -> List.copyOf(answers.proposals));
    }

    /// The folders in which dialogs were to start.
    List<Path> startedIn() {
        return call(() -> List.copyOf(answers.starts));
    }

    /// The texts of all labels that are shown.
    List<String> labels() {
        return call(
                () ->
                        stage.getScene().getRoot().lookupAll(".label").stream()
                                .filter(Label.class::isInstance)
                                .map(node -> ((Label) node).getText())
                                .toList());
    }

    /// Runs a command; false if it is disabled.
    boolean execute(String command) {
        return call(() -> services().commands().execute(command));
    }

    /// Presses keys together and lets go of them.
    void press(KeyCode... codes) {
        run(
                () -> {
                    var robot = new Robot();
                    var held = new ArrayList<>(List.of(codes));
                    held.forEach(robot::keyPress);
                    held.reversed().forEach(robot::keyRelease);
                });
    }

    /// Chooses files in place of the examiner.
    private static final class Answers implements FileChoice {
        private final List<String> titles = new ArrayList<>();
        private final List<Path> proposals = new ArrayList<>();
        private final List<Path> starts = new ArrayList<>();
        private List<Path> chosen = List.of();

        @Override
        public FileChoice startingIn(Path folder) {
            starts.add(folder);
            return this;
        }

        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            titles.add(title);
            return chosen;
        }

        @Override
        public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
            titles.add(title);
            proposals.add(proposed);
            return chosen.stream()
                    .findFirst()
                    .map(folder -> folder.resolve(proposed.getFileName()));
        }

        @Override
        public Optional<Path> folder(String title) {
            titles.add(title);
            return chosen.stream().findFirst();
        }
    }

    @Override
    public void close() {
        run(
                () -> {
                    // The headless screen keeps each window it ever showed; an empty one is small.
                    stage.setScene(new Scene(new Region()));
                    stage.close();
                    desktop.bench().close();
                });
        assertEquals(List.of(), desktop.bench().items());
    }

    static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    static void run(Runnable deed) {
        call(
                () -> {
                    deed.run();
                    return true;
                });
    }

    static <T> T call(Supplier<T> deed) {
        if (Platform.isFxApplicationThread()) {
            return deed.get();
        }
        var task = new FutureTask<>(deed::get);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    static void startToolkit() {
        if (!STARTED.compareAndSet(false, true)) {
            return;
        }
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            assertTrue(up.await(20, TimeUnit.SECONDS));
        } catch (IllegalStateException _) {
            // Another test class of this run started it.
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
