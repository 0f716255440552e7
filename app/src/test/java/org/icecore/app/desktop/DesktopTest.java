package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        DesktopWindow.call(
                () -> {
                    var window = new Stage();
                    stage = Optional.of(window);
                    bench =
                            Optional.of(
                                    Desktop.open(window, options.sampleFiles(), options, _ -> {}));
                    return true;
                });
        DesktopWindow.until(
                "compared",
                () -> bench.orElseThrow().comparison().get() instanceof ComparisonState.Done);
        DesktopWindow.until(
                "both overviews open",
                () -> labels().contains("shop (before)") && labels().contains("shop (after)"));
    }

    @AfterEach
    void close() {
        DesktopWindow.call(
                () -> {
                    stage.ifPresent(Stage::close);
                    bench.ifPresent(Bench::close);
                    return true;
                });
        assertEquals(List.of(), bench.orElseThrow().items());
    }

    @Test
    void showsTheTasksOfTheLaterCheckpointAndItsNameInTheTitle() {
        DesktopWindow.until("tasks shown", () -> tasks().getExpandedItemCount() == 10);
        assertEquals(
                "shop (after) - Icecore", DesktopWindow.call(() -> stage.orElseThrow().getTitle()));
    }

    @Test
    void showsWhatBelongsToTheSelectedTask() {
        DesktopWindow.until("tasks shown", () -> tasks().getExpandedItemCount() == 10);

        DesktopWindow.call(
                () -> {
                    tasks().getSelectionModel().clearAndSelect(7);
                    return true;
                });

        DesktopWindow.until(
                "its open files marked among those of all tasks",
                () ->
                        table("Open Files")
                                .map(files -> files.getSelectionModel().getSelectedIndices())
                                .filter(marked -> marked.size() == 5)
                                .isPresent());
        assertTrue(
                DesktopWindow.call(this::labels).contains("/memfd:kworker (deleted)"),
                "the executable in Properties");
    }

    @Test
    void showsBothTaskTreesInOneWhileComparing() {
        DesktopWindow.call(
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

        DesktopWindow.until("tasks of both shown", () -> tasks().getExpandedItemCount() == 11);
    }

    @Test
    void comesBackToTheComparedMemoryWithItsPerspective() {
        press("Compare");
        DesktopWindow.until("overview shown", () -> labels().contains("Comparison"));
        DesktopWindow.call(
                () -> {
                    robot().keyPress(KeyCode.F8);
                    robot().keyRelease(KeyCode.F8);
                    return true;
                });
        DesktopWindow.until(
                "memory compared", () -> surface().endsWith("in shop (before) and shop (after)"));

        press("Triage");
        DesktopWindow.call(
                () -> {
                    tasks().requestFocus();
                    tasks().getSelectionModel().clearAndSelect(5);
                    robot().keyPress(KeyCode.F4);
                    robot().keyRelease(KeyCode.F4);
                    return true;
                });
        DesktopWindow.until(
                "one memory in front", () -> surface().equals("Memory of pid 56 in shop (after)"));
        press("Compare");
        DesktopWindow.until("back", () -> surface().endsWith("in shop (before) and shop (after)"));
    }

    @Test
    void leavesNoComparisonBehindWhenACheckpointIsClosed() {
        press("Compare");
        DesktopWindow.until("overview shown", () -> labels().contains("Comparison"));

        DesktopWindow.call(
                () -> {
                    bench.orElseThrow().close(bench.orElseThrow().items().getFirst());
                    return true;
                });

        DesktopWindow.until(
                "the comparison says what to do",
                () ->
                        labels().contains(
                                        "Open two checkpoints and compare them to see what changed."));
    }

    private void press(String text) {
        DesktopWindow.call(
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
        DesktopWindow.until("tasks shown", () -> tasks().getExpandedItemCount() == 10);

        DesktopWindow.call(
                () -> {
                    tasks().requestFocus();
                    tasks().getSelectionModel().clearAndSelect(5);
                    robot().keyPress(KeyCode.F4);
                    robot().keyRelease(KeyCode.F4);
                    return true;
                });

        DesktopWindow.until("memory editor open", () -> labels().contains("sshd (56) - after"));
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
}
