package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.mappings.MappingsView;
import org.icecore.workbench.part.EditorTab;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window shows of evidence that was just opened.
class OpeningTest {
    private static final Path BEFORE = DesktopWindow.sample().getFirst();
    private static final Path AFTER = DesktopWindow.sample().getLast();

    @TempDir private Path settings = Path.of("");

    private DesktopWindow open(Path... files) {
        var window = DesktopWindow.open(settings, List.of(files));
        DesktopWindow.until("opened", () -> window.bench().open().size() == files.length);
        return window;
    }

    private static List<String> tabs(DesktopWindow window) {
        return DesktopWindow.call(
                () ->
                        window.services().parts().editorTabs().stream()
                                .map(EditorTab::title)
                                .filter(title -> title.startsWith("shop"))
                                .toList());
    }

    @Nested
    class TheEditorsOfAPair {
        @Test
        void standInTheOrderOfTheirTimesHoweverTheyWereGiven() {
            try (var window = open(AFTER, BEFORE)) {
                DesktopWindow.until(
                        "in order",
                        () -> tabs(window).equals(List.of("shop (before)", "shop (after)")));
            }
        }

        @Test
        void standInTheOrderOfTheirTimesWhereTheOlderIsDroppedBesideTheLater() {
            try (var window = open(AFTER)) {
                window.drop(BEFORE);
                DesktopWindow.until(
                        "compared", () -> window.bench().comparison().get().found().isPresent());
                assertEquals(List.of("shop (before)", "shop (after)"), tabs(window));
            }
        }

        @Test
        void stayWhereTheExaminerPutsThem() {
            try (var window = open(BEFORE, AFTER)) {
                DesktopWindow.until("both", () -> tabs(window).size() == 2);
                DesktopWindow.run(
                        () -> {
                            var parts = window.services().parts();
                            parts.arrangeEditors(parts.editorKeys().reversed());
                        });
                assertTrue(window.execute(BenchCommands.CHOOSE_PAIR));
                assertEquals(List.of("shop (after)", "shop (before)"), tabs(window));
            }
        }
    }

    @Nested
    class AnEditorOfTheOtherCheckpoint {
        @Test
        void turnsAllViewsToThatCheckpoint() {
            try (var window = open(BEFORE, AFTER)) {
                DesktopWindow.until("both", () -> tabs(window).size() == 2);
                turnTo(window, new CheckpointId("after"));
                turnTo(window, new CheckpointId("before"));
                assertEquals("shop (before)", tasksOf(window));
                turnTo(window, new CheckpointId("after"));
                assertEquals("shop (after)", tasksOf(window));
            }
        }

        @Test
        void leavesWhatIsSelectedWhereItIsOfTheSameCheckpoint() {
            try (var window = open(BEFORE, AFTER)) {
                DesktopWindow.until("both", () -> tabs(window).size() == 2);
                turnTo(window, new CheckpointId("before"));
                var task = new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(56));
                DesktopWindow.run(() -> window.selection().select("test", task));
                turnTo(window, new CheckpointId("after"));
                assertEquals(
                        Optional.of(task),
                        DesktopWindow.call(() -> window.selection().ref().get()));
            }
        }

        private void turnTo(DesktopWindow window, CheckpointId id) {
            DesktopWindow.run(() -> window.services().parts().openEditor(id));
            DesktopWindow.until(
                    "selected",
                    () ->
                            window.selection()
                                    .checkpoint()
                                    .get()
                                    .filter(checkpoint -> checkpoint.id().equals(id))
                                    .isPresent());
        }

        private String tasksOf(DesktopWindow window) {
            return DesktopWindow.call(
                    () ->
                            window
                                    .services()
                                    .parts()
                                    .view("tasks")
                                    .orElseThrow()
                                    .node()
                                    .lookupAll(".about")
                                    .stream()
                                    .map(node -> ((Label) node).getText())
                                    .findFirst()
                                    .orElse("none"));
        }
    }

    private static int rows(DesktopWindow window, String table) {
        return of(window, table, found -> found.getItems().size());
    }

    private static int marked(DesktopWindow window, String table) {
        return of(window, table, found -> found.getSelectionModel().getSelectedIndices().size());
    }

    private static int of(DesktopWindow window, String table, ToIntFunction<TableView<?>> count) {
        return window.stage().getScene().getRoot().lookupAll(".table-view").stream()
                .filter(node -> table.equals(node.getAccessibleText()))
                .mapToInt(node -> count.applyAsInt((TableView<?>) node))
                .sum();
    }

    @Nested
    class ItsFirstTask {
        @Test
        void isSelectedSoThatItsViewsShowSomethingAtOnce() {
            try (var window = open(AFTER)) {
                DesktopWindow.until("its open files", () -> marked(window, "Open Files") == 4);
                DesktopWindow.run(() -> window.services().parts().showView(MappingsView.ID));
                DesktopWindow.until("mappings", () -> rows(window, "Mappings") > 20);
                assertEquals(
                        Optional.of(new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(1))),
                        DesktopWindow.call(() -> window.selection().ref().get()));
                DesktopWindow.until("selected", () -> selectedRow(window, "Tasks") == 0);
                DesktopWindow.until("stands there", () -> selectedRow(window, "Evidence") == 0);
            }
        }

        private int selectedRow(DesktopWindow window, String tree) {
            return window.stage().getScene().getRoot().lookupAll(".tree-table-view").stream()
                    .filter(node -> tree.equals(node.getAccessibleText()))
                    .mapToInt(
                            node ->
                                    ((TreeTableView<?>) node)
                                            .getSelectionModel()
                                            .getSelectedIndex())
                    .findFirst()
                    .orElse(-2);
        }

        @Test
        void isNotSelectedInPlaceOfWhatTheExaminerSelectsMeanwhile() {
            try (var window = open(BEFORE)) {
                window.choosing(AFTER);
                assertTrue(window.execute(BenchCommands.OPEN));
                var chosen = new ArtefactRef.OfTask(new CheckpointId("before"), new Pid(6));
                DesktopWindow.run(() -> window.selection().select("test", chosen));
                DesktopWindow.until("opened", () -> window.bench().open().size() == 2);
                DesktopWindow.until("shown", () -> tabs(window).size() == 2);
                assertEquals(
                        Optional.of(chosen),
                        DesktopWindow.call(() -> window.selection().ref().get()));
            }
        }
    }
}
