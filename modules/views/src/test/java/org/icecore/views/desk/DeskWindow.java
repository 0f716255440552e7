package org.icecore.views.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.images.ImageCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.TableServices;
import org.icecore.workbench.Workbench;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.WorkbenchSetup;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.EditorFactory;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.table.Mark;
import org.icecore.workbench.theme.Theme;

/// A workbench with the parts under test, on a screen that nobody sees, over the incident pair.
public final class DeskWindow implements AutoCloseable {
    private final Path folder;
    private final Stage stage;
    private final Workbench workbench;
    private final WorkbenchServices services;
    private final Bench bench;
    private final BenchSelection selection;

    private DeskWindow(
            Path folder,
            Stage stage,
            Workbench workbench,
            WorkbenchServices services,
            Bench bench,
            BenchSelection selection) {
        this.folder = folder;
        this.stage = stage;
        this.workbench = workbench;
        this.services = services;
        this.bench = bench;
        this.selection = selection;
    }

    /// The parts under test, made when the window is.
    ///
    /// @param commands those that editors of bytes and text do not bring
    public record Parts(
            List<ViewDescriptor> views,
            List<EditorFactory> editors,
            Layout layout,
            Consumer<WorkbenchContributions.Builder> commands) {

        public Parts(List<ViewDescriptor> views, List<EditorFactory> editors, Layout layout) {
            this(views, editors, layout, _ -> {});
        }
    }

    /// What parts are made from.
    public record Makings(WorkbenchServices services, Bench bench, BenchSelection selection) {
        /// What views of a checkpoint see while nothing is compared.
        public CheckpointQuestion.Sight sight() {
            Function<ArtefactRef, Mark> unmarked = _ -> Mark.NONE;
            return new CheckpointQuestion.Sight(
                    selection,
                    new SimpleObjectProperty<>(unmarked),
                    TableServices.of(services),
                    services.jobs());
        }
    }

    /// Opens a window of a size.
    public static DeskWindow open(double width, double height, Function<Makings, Parts> parts) {
        return call(
                () -> {
                    // What a killed run leaves behind goes with the build.
                    var target = Files.createDirectories(Path.of("target"));
                    var folder = Files.createTempDirectory(target, "desk");
                    var services =
                            new WorkbenchServices(
                                    WorkbenchSetup.of(
                                            folder,
                                            Clock.fixed(
                                                    Instant.parse("2026-11-21T22:52:01Z"),
                                                    ZoneOffset.UTC),
                                            _ -> Optional.empty(),
                                            new NoFiles()));
                    var bench = new Bench(services.jobs());
                    var selection = new BenchSelection(bench, services.selection());
                    var made = parts.apply(new Makings(services, bench, selection));
                    var builder = WorkbenchContributions.builder();
                    made.views().forEach(builder::view);
                    made.editors().forEach(builder::editor);
                    DeskCommands.all().forEach(builder::command);
                    ImageCommands.all().forEach(builder::command);
                    made.commands().accept(builder);
                    DeskCommands.keys()
                            .forEach(key -> builder.key(key.keys().toString(), key.commandId()));
                    builder.perspective(Perspective.of("desk", "Desk", "", made.layout()));
                    var stage = new Stage();
                    var workbench = new Workbench(stage, services, builder.build());
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    workbench.show();
                    stage.setWidth(width);
                    stage.setHeight(height);
                    return new DeskWindow(folder, stage, workbench, services, bench, selection);
                });
    }

    /// Opens checkpoints of the incident, `before` or `after` or both, and waits until they are open and compared.
    public DeskWindow with(String... names) {
        var set =
                EvidenceSet.find("incident")
                        .orElseThrow(
                                () -> new IllegalStateException("no incident in the fixtures"));
        var paths = new ArrayList<Path>();
        for (var name : names) {
            paths.add(set.archive(name));
        }
        run(() -> bench.open(paths));
        until("opened", () -> bench.open().size() == names.length);
        if (names.length == 2) {
            until("compared", () -> bench.comparison().get().found().isPresent());
        }
        return this;
    }

    public WorkbenchServices services() {
        return services;
    }

    public Bench bench() {
        return bench;
    }

    public BenchSelection selection() {
        return selection;
    }

    /// Wears a theme.
    public DeskWindow wear(Theme theme) {
        run(() -> services.themes().use(theme));
        settle();
        return this;
    }

    /// Makes the window another size.
    public DeskWindow size(double width, double height) {
        run(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
        settle();
        return this;
    }

    /// Presses keys together and lets go of them.
    public DeskWindow press(KeyCode... keys) {
        run(
                () -> {
                    var robot = new Robot();
                    for (var key : keys) {
                        robot.keyPress(key);
                    }
                    for (int i = keys.length - 1; i >= 0; i--) {
                        robot.keyRelease(keys[i]);
                    }
                });
        settle();
        return this;
    }

    /// Waits until something holds.
    public DeskWindow until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            settle();
        }
        settle();
        return this;
    }

    /// Runs on the JavaFX thread.
    public static void run(Runnable deed) {
        Screen.run(deed);
    }

    /// Runs on the JavaFX thread and returns the result.
    public static <T> T call(Callable<T> what) {
        return Screen.call(what);
    }

    /// Waits until pending layout and painting are done.
    public void settle() {
        Screen.settle(workbench.scene());
    }

    /// The picture of the window, in `target/snapshots`.
    public DeskWindow picture(String name) {
        settle();
        Screen.keep(call(() -> workbench.scene().snapshot(null)), name);
        return this;
    }

    @Override
    public void close() {
        run(
                () -> {
                    // The headless screen keeps each window it ever showed; an empty one is small.
                    stage.setScene(new Scene(new Region()));
                    stage.close();
                    bench.close();
                });
        remove(folder);
    }

    private static void remove(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Nobody is there to choose a file.
    private static final class NoFiles implements FileChoice {
        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }
}
