package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.icecore.views.bench.Bench;
import org.icecore.views.bench.ComparisonState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window, on the headless platform, over the sample investigation.
class DesktopTest {
    private static final Path SAMPLE =
            Path.of(
                    System.getProperty("icecore.root"),
                    "modules",
                    "fixtures",
                    "evidence",
                    "incident");

    @TempDir private Path configuration = Path.of("");

    private Optional<Stage> stage = Optional.empty();
    private Optional<Bench> bench = Optional.empty();

    @BeforeAll
    static void startToolkit() {
        DesktopWindow.startToolkit();
    }

    @BeforeEach
    void open() {
        var options = new DesktopOptions(configuration, Optional.of(SAMPLE), Clock.systemUTC());
        onFx(
                () -> {
                    var window = new Stage();
                    stage = Optional.of(window);
                    bench =
                            Optional.of(
                                    Desktop.open(window, options.sampleFiles(), options, _ -> {}));
                    return true;
                });
        until(
                "compared",
                () -> bench.orElseThrow().comparison().get() instanceof ComparisonState.Done);
        until(
                "both overviews open",
                () -> labels().contains("shop (before)") && labels().contains("shop (after)"));
    }

    @AfterEach
    void close() {
        onFx(
                () -> {
                    stage.ifPresent(Stage::close);
                    bench.ifPresent(Bench::close);
                    return true;
                });
        assertEquals(List.of(), bench.orElseThrow().items());
    }

    @Test
    void showsTheTasksOfTheLaterCheckpointAndItsNameInTheTitle() {
        until("tasks shown", () -> tasks().getExpandedItemCount() == 10);
        assertEquals("shop (after) - Icecore", onFx(() -> stage.orElseThrow().getTitle()));
    }

    @Test
    void showsWhatBelongsToTheSelectedTask() {
        until("tasks shown", () -> tasks().getExpandedItemCount() == 10);

        onFx(
                () -> {
                    tasks().getSelectionModel().clearAndSelect(7);
                    return true;
                });

        until(
                "open files shown",
                () ->
                        table("Open Files")
                                .filter(files -> files.getItems().size() == 5)
                                .isPresent());
        assertTrue(
                onFx(this::labels).contains("/memfd:kworker (deleted)"),
                "the executable in Properties");
    }

    @Test
    void showsBothTaskTreesInOneWhileComparing() {
        onFx(
                () -> {
                    stage.orElseThrow().getScene().getRoot().lookupAll(".command-button").stream()
                            .filter(ButtonBase.class::isInstance)
                            .map(ButtonBase.class::cast)
                            .filter(button -> "Compare".equals(button.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return true;
                });

        until("tasks of both shown", () -> tasks().getExpandedItemCount() == 11);
    }

    @Test
    void comesBackToTheComparedMemoryWithItsPerspective() {
        press("Compare");
        until("overview shown", () -> labels().contains("Comparison"));
        onFx(
                () -> {
                    robot().keyPress(KeyCode.F8);
                    robot().keyRelease(KeyCode.F8);
                    return true;
                });
        until("memory compared", () -> surface().endsWith("in shop (before) and shop (after)"));

        press("Triage");
        onFx(
                () -> {
                    tasks().requestFocus();
                    tasks().getSelectionModel().clearAndSelect(5);
                    robot().keyPress(KeyCode.F4);
                    robot().keyRelease(KeyCode.F4);
                    return true;
                });
        until("one memory in front", () -> surface().equals("Memory of pid 56 in shop (after)"));
        press("Compare");
        until("back", () -> surface().endsWith("in shop (before) and shop (after)"));
    }

    @Test
    void leavesNoComparisonBehindWhenACheckpointIsClosed() {
        press("Compare");
        until("overview shown", () -> labels().contains("Comparison"));

        onFx(
                () -> {
                    bench.orElseThrow().close(bench.orElseThrow().items().getFirst());
                    return true;
                });

        until(
                "the comparison says what to do",
                () ->
                        labels().contains(
                                        "Open two checkpoints and compare them to see what changed."));
    }

    private void press(String text) {
        onFx(
                () -> {
                    var root = stage.orElseThrow().getScene().getRoot();
                    var button =
                            root.lookupAll(".perspective-button").stream()
                                    .filter(ButtonBase.class::isInstance)
                                    .map(ButtonBase.class::cast)
                                    .filter(each -> text.equals(each.getText()))
                                    .findFirst();
                    button.ifPresent(ButtonBase::fire);
                    return button.isPresent();
                });
    }

    private String surface() {
        return stage.orElseThrow().getScene().getRoot().lookupAll(".hex-surface").stream()
                .map(node -> String.valueOf(node.getAccessibleText()))
                .findFirst()
                .orElse("");
    }

    @Test
    void showsTheMemoryOfATaskWithF4() {
        until("tasks shown", () -> tasks().getExpandedItemCount() == 10);

        onFx(
                () -> {
                    tasks().requestFocus();
                    tasks().getSelectionModel().clearAndSelect(5);
                    robot().keyPress(KeyCode.F4);
                    robot().keyRelease(KeyCode.F4);
                    return true;
                });

        until("memory editor open", () -> labels().contains("sshd (56) - after"));
    }

    private static Robot robot() {
        return new Robot();
    }

    private TreeTableView<?> tasks() {
        return stage.orElseThrow().getScene().getRoot().lookupAll(".tree-table-view").stream()
                .filter(node -> "Tasks".equals(node.getAccessibleText()))
                .map(node -> (TreeTableView<?>) node)
                .findFirst()
                .orElseGet(TreeTableView::new);
    }

    private Optional<TableView<?>> table(String title) {
        return stage.orElseThrow().getScene().getRoot().lookupAll(".table-view").stream()
                .filter(node -> title.equals(node.getAccessibleText()))
                .<TableView<?>>map(node -> (TableView<?>) node)
                .findFirst();
    }

    private List<String> labels() {
        return stage.orElseThrow().getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!onFx(condition::getAsBoolean)) {
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

    private static <T> T onFx(Supplier<T> deed) {
        var task = new FutureTask<>(deed::get);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
