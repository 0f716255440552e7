package org.icecore.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.icecore.workbench.demo.DemoWorkbench;
import org.icecore.workbench.demo.Fx;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.layout.LayoutText;
import org.icecore.workbench.log.LogEntry;
import org.icecore.workbench.log.Severity;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.shell.QuickAccessField;
import org.icecore.workbench.table.DenseTree;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Works the window with keys and mouse as an examiner does.
class WorkbenchWindowTest {
    private static final boolean HEADLESS = "Headless".equals(System.getProperty("glass.platform"));

    @TempDir Path folder;

    private DemoWorkbench demo;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        demo = opened();
    }

    @AfterEach
    void close() {
        Fx.run(() -> demo.stage().hide());
    }

    private DemoWorkbench opened() {
        var opened = Fx.call(() -> new DemoWorkbench(folder));
        Fx.run(
                () -> {
                    opened.workbench().show();
                    opened.stage().setWidth(1000);
                    opened.stage().setHeight(760);
                });
        Fx.run(() -> opened.services().parts().showView("tasks"));
        return opened;
    }

    private String layout() {
        return Fx.call(() -> LayoutText.write(demo.services().partsModel().layout().get()));
    }

    private Optional<PartRef> active() {
        return Fx.call(() -> demo.services().parts().activePart().getValue());
    }

    private Node tab(String title) {
        return demo.workbench().scene().getRoot().lookupAll(".part-tab").stream()
                .filter(tab -> title.equals(tab.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tab " + title));
    }

    private boolean hasTab(String title) {
        return Fx.call(
                () ->
                        demo.workbench().scene().getRoot().lookupAll(".part-tab").stream()
                                .anyMatch(tab -> title.equals(tab.getAccessibleText())));
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// Drags a node by its middle. The headless robot makes no drags of its moves, so the events are made here.
    private static void drag(Node node, Point2D to) {
        var from = Fx.call(() -> middle(node));
        if (HEADLESS) {
            Fx.run(
                    () -> {
                        mouse(node, MouseEvent.MOUSE_PRESSED, from);
                        mouse(node, MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
                        mouse(node, MouseEvent.MOUSE_DRAGGED, to);
                        mouse(node, MouseEvent.MOUSE_RELEASED, to);
                    });
            return;
        }
        Fx.run(() -> Fx.robot().mouseMove(from));
        Fx.run(() -> Fx.robot().mousePress(MouseButton.PRIMARY));
        Fx.run(() -> Fx.robot().mouseMove(from.midpoint(to)));
        Fx.run(() -> Fx.robot().mouseMove(to));
        Fx.run(() -> Fx.robot().mouseRelease(MouseButton.PRIMARY));
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D screen) {
        var scene = node.getScene();
        var x = screen.getX() - scene.getWindow().getX() - scene.getX();
        var y = screen.getY() - scene.getWindow().getY() - scene.getY();
        node.fireEvent(
                new MouseEvent(
                        type,
                        x,
                        y,
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(node, x, y)));
    }

    @Nested
    class Keys {
        @Test
        void runCommands() {
            Fx.press(KeyCode.CONTROL, KeyCode.O);
            assertEquals(List.of("file.open"), demo.ran());
        }

        @Test
        void inSequenceRunCommandsToo() {
            Fx.press(KeyCode.CONTROL, KeyCode.K);
            assertTrue(
                    Fx.call(
                            () ->
                                    demo
                                            .workbench()
                                            .scene()
                                            .getRoot()
                                            .lookupAll(".status-bar .label")
                                            .stream()
                                            .anyMatch(
                                                    label ->
                                                            ((Labeled) label)
                                                                    .getText()
                                                                    .equals("Ctrl+K ..."))));
            Fx.press(KeyCode.CONTROL, KeyCode.S);
            assertEquals(List.of("compare.start"), demo.ran());
        }

        @Test
        void reachEveryPartInTurn() {
            Fx.run(() -> demo.services().parts().openEditor("shop"));
            Fx.run(() -> demo.services().parts().showView("evidence"));
            var visited = new ArrayList<PartRef>();
            for (int i = 0; i < 5; i++) {
                visited.add(active().orElseThrow());
                Fx.press(KeyCode.F6);
            }
            assertEquals(
                    List.of(
                            new PartRef.OfView("evidence"),
                            new PartRef.OfView("tasks"),
                            new PartRef.OfEditor("shop"),
                            new PartRef.OfView("files"),
                            new PartRef.OfView("properties")),
                    visited);
            var bar = Fx.call(() -> demo.workbench().scene().getFocusOwner());
            assertTrue(
                    bar.getStyleClass().contains("command-button"),
                    "after the parts the tool bar has the key focus");
            Fx.press(KeyCode.F6);
            assertEquals(Optional.of(new PartRef.OfView("evidence")), active());
        }

        @Test
        void findAsksTheActivePart() {
            Fx.press(KeyCode.CONTROL, KeyCode.F);
            Fx.type("ssh");
            Fx.run(() -> {});
            var tree =
                    (DenseTree<?>)
                            Fx.call(
                                    () ->
                                            demo.services()
                                                    .parts()
                                                    .view("tasks")
                                                    .orElseThrow()
                                                    .node());
            assertEquals("ssh", Fx.call(() -> tree.filterText().get()));
            assertEquals(
                    2,
                    Fx.call(() -> tree.control().getExpandedItemCount()),
                    "the task and its ancestor");
        }

        @Test
        void maximiseAndRestoreAPart() {
            Fx.press(KeyCode.CONTROL, KeyCode.M);
            assertTrue(hasTab("Tasks"));
            assertFalse(hasTab("Properties"));
            Fx.press(KeyCode.CONTROL, KeyCode.M);
            assertTrue(hasTab("Properties"));
            assertEquals(Optional.of(new PartRef.OfView("tasks")), active());
        }

        @Test
        void closeAViewAndQuickAccessOpensItAgain() {
            Fx.press(KeyCode.CONTROL, KeyCode.W);
            assertFalse(hasTab("Tasks"));
            Fx.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            Fx.type("tasks");
            Fx.press(KeyCode.ENTER);
            assertTrue(hasTab("Tasks"));
            assertEquals(Optional.of(new PartRef.OfView("tasks")), active());
        }

        @Test
        void moveAViewWhereADragCouldMoveIt() {
            Fx.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.M);
            Fx.type("right edge");
            Fx.press(KeyCode.ENTER);
            assertTrue(layout().endsWith(",0.2200:[tasks*])"), layout());
            assertEquals(Optional.of(new PartRef.OfView("tasks")), active());
        }

        @Test
        void changeThePerspective() {
            Fx.press(KeyCode.CONTROL, KeyCode.F8);
            assertEquals(
                    "memory",
                    Fx.call(
                            () ->
                                    demo.services()
                                            .parts()
                                            .perspective()
                                            .getValue()
                                            .orElseThrow()
                                            .id()));
            assertFalse(hasTab("Evidence"));
        }

        @Test
        void listThemselves() {
            Fx.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            assertEquals(Optional.of(new PartRef.OfView("keys")), active());
        }

        @Test
        void quickAccessOpensItsListForWhoTypesOrAsksForItAndNotForWhoPassesBy() {
            Fx.run(() -> quickAccess().requestFocus());
            assertEquals(List.of(), listed());
            Fx.press(KeyCode.DOWN);
            assertTrue(listed().contains("Tasks"), listed()::toString);
            Fx.press(KeyCode.ESCAPE);
            Fx.run(() -> quickAccess().requestFocus());
            Fx.type("show tas");
            assertTrue(listed().contains("Tasks"), listed()::toString);
        }

        private QuickAccessField quickAccess() {
            return (QuickAccessField) demo.workbench().scene().getRoot().lookup(".quick-access");
        }

        /// What the list on the screen offers.
        private List<String> listed() {
            return Fx.call(
                    () ->
                            demo.workbench().scene().getRoot().lookup(".quick-access-list") == null
                                    ? List.of()
                                    : quickAccess().shown());
        }

        @Test
        void escapeLeavesQuickAccessForThePartOneCameFrom() {
            Fx.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            Fx.type("op");
            Fx.press(KeyCode.ESCAPE);
            assertEquals(Optional.of(new PartRef.OfView("tasks")), active());
            assertTrue(
                    Fx.call(
                            () ->
                                    demo.services()
                                            .parts()
                                            .view("tasks")
                                            .orElseThrow()
                                            .node()
                                            .lookup(".tree-table-view")
                                            .isFocused()));
        }
    }

    @Nested
    class Mouse {
        @Test
        void dragsAViewIntoAnotherStack() {
            var tasks = Fx.call(() -> tab("Tasks"));
            var to =
                    Fx.call(
                            () ->
                                    middle(
                                            demo.services()
                                                    .parts()
                                                    .view("properties")
                                                    .orElseThrow()
                                                    .node()));
            drag(tasks, to);
            assertTrue(layout().contains("[properties,tasks*]"), layout());
        }

        @Test
        void dragsAViewToTheEdgeOfTheWindow() {
            var tasks = Fx.call(() -> tab("Tasks"));
            var dock = Fx.call(() -> demo.workbench().scene().getRoot().lookup(".dock"));
            var to =
                    Fx.call(
                            () -> {
                                var bounds = dock.localToScreen(dock.getLayoutBounds());
                                return new Point2D(bounds.getMaxX() - 4, bounds.getCenterY());
                            });
            drag(tasks, to);
            assertTrue(layout().endsWith(",0.2200:[tasks*])"), layout());
        }

        @Test
        void dragsADivider() {
            var grip =
                    Fx.call(
                            () ->
                                    demo
                                            .workbench()
                                            .scene()
                                            .getRoot()
                                            .lookupAll(".split-grip")
                                            .stream()
                                            .max(
                                                    (a, b) ->
                                                            Double.compare(
                                                                    a.getLayoutBounds().getHeight(),
                                                                    b.getLayoutBounds()
                                                                            .getHeight()))
                                            .orElseThrow());
            var before = layout();
            drag(grip, Fx.call(() -> middle(grip)).add(100, 0));
            assertFalse(before.equals(layout()), layout());
        }

        @Test
        void clicksAnEntryOfQuickAccess() {
            Fx.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            Fx.type("sockets");
            var row =
                    Fx.call(
                            () ->
                                    demo
                                            .workbench()
                                            .scene()
                                            .getRoot()
                                            .lookupAll(".quick-access-row")
                                            .stream()
                                            .filter(
                                                    node ->
                                                            node.lookupAll(".label").stream()
                                                                    .anyMatch(
                                                                            label ->
                                                                                    "Show the Sockets view"
                                                                                            .equals(
                                                                                                    ((Labeled)
                                                                                                                    label)
                                                                                                            .getText())))
                                            .filter(
                                                    node ->
                                                            node.getParent()
                                                                    .getParent()
                                                                    .contains(
                                                                            node.getBoundsInParent()
                                                                                    .getCenterX(),
                                                                            node.getBoundsInParent()
                                                                                    .getCenterY()))
                                            .findFirst()
                                            .orElseThrow());
            Fx.run(() -> Fx.robot().mouseMove(middle(row)));
            Fx.run(() -> Fx.robot().mouseClick(MouseButton.PRIMARY));
            assertEquals(Optional.of(new PartRef.OfView("sockets")), active());
        }

        @Test
        void middleButtonClosesATab() {
            var at = Fx.call(() -> middle(tab("Properties")));
            Fx.run(
                    () -> {
                        var robot = Fx.robot();
                        robot.mouseMove(at);
                        robot.mouseClick(MouseButton.MIDDLE);
                    });
            assertFalse(hasTab("Properties"));
        }

        @Test
        void doubleClickOnARowOpensAnEditor() {
            var row =
                    Fx.call(
                            () ->
                                    demo
                                            .services()
                                            .parts()
                                            .view("tasks")
                                            .orElseThrow()
                                            .node()
                                            .lookupAll(".tree-table-row-cell")
                                            .stream()
                                            .filter(
                                                    node ->
                                                            node.isVisible()
                                                                    && "start.sh"
                                                                            .equals(name(node)))
                                            .findFirst()
                                            .orElseThrow());
            // The row is wider than the view that shows it.
            var at = Fx.call(() -> row.localToScreen(80, 11));
            Fx.run(
                    () -> {
                        var robot = Fx.robot();
                        robot.mouseMove(at);
                        robot.mouseClick(MouseButton.PRIMARY);
                        robot.mouseClick(MouseButton.PRIMARY);
                    });
            assertEquals(Optional.of(new PartRef.OfEditor("start.sh")), active());
        }

        private String name(Node row) {
            return row instanceof IndexedCell<?> cell
                            && cell.getItem()
                                    instanceof
                                    DemoWorkbench.Row(var _, var name, var _, var _, var _)
                    ? name
                    : "";
        }
    }

    @Nested
    class AfterTheNextStart {
        private void restart() {
            Fx.run(() -> demo.stage().hide());
            demo = opened();
        }

        @Test
        void layoutPerspectiveThemeAndSizeAreBack() {
            Fx.run(
                    () -> {
                        demo.services().parts().showPerspective("memory");
                        demo.services().parts().hideView("mappings");
                        demo.services().themes().use(Theme.DARK);
                        demo.stage().setWidth(860);
                    });
            var before = layout();
            Fx.run(() -> demo.stage().hide());
            demo = Fx.call(() -> new DemoWorkbench(folder));
            Fx.run(() -> demo.workbench().show());
            assertEquals(860, Fx.call(() -> demo.stage().getWidth()));
            assertEquals(before, layout());
            assertEquals(Theme.DARK, Fx.call(() -> demo.services().themes().current().get()));
        }

        @Test
        void aLayoutWithAViewThatIsGoneAndWithoutANewOneLoads() throws IOException {
            Fx.run(() -> demo.stage().hide());
            Files.writeString(
                    folder.resolve("workbench.preferences"),
                    """
                    # icecore preferences 1
                    layout.triage=h(0.3:[gone*],0.3:[tasks*],0.4:editors)
                    views.known=gone,tasks,evidence,error-log,files,mappings,sockets
                    """);
            demo = opened();
            assertEquals("h(0.3343:[tasks*],0.4457:editors,0.2200:[properties*])", layout());
            assertEquals(
                    List.of(),
                    Fx.call(() -> demo.services().errorLog().entries().stream().toList()));
        }

        @Test
        void aDamagedLayoutGivesTheDefaultAndANotice() throws IOException {
            var byDefault = layout();
            Fx.run(() -> demo.stage().hide());
            Files.writeString(
                    folder.resolve("workbench.preferences"),
                    """
                    # icecore preferences 1
                    layout.triage=h(0.3:[tasks*]
                    """);
            demo = opened();
            assertEquals(byDefault, layout());
            assertEquals(
                    List.of(
                            "Layout of perspective Triage ignored, its default is shown:"
                                    + " layout, character 14: ')' expected"),
                    Fx.call(
                            () ->
                                    demo.services().errorLog().entries().stream()
                                            .map(LogEntry::message)
                                            .toList()));
        }

        @Test
        void columnWidthsAreBack() {
            Fx.run(
                    () -> {
                        var tree =
                                (DenseTree<?>)
                                        demo.services().parts().view("tasks").orElseThrow().node();
                        tree.control().getColumns().get(1).setPrefWidth(77);
                    });
            Fx.pulses();
            restart();
            assertEquals(
                    77,
                    Fx.call(
                            () ->
                                    ((DenseTree<?>)
                                                    demo.services()
                                                            .parts()
                                                            .view("tasks")
                                                            .orElseThrow()
                                                            .node())
                                            .control()
                                            .getColumns()
                                            .get(1)
                                            .getWidth()));
        }
    }

    @Test
    void resettingAPerspectivePutsViewsBack() {
        var before = layout();
        Fx.run(
                () -> {
                    demo.services().parts().hideView("evidence");
                    demo.services().parts().hideView("files");
                    demo.services().commands().execute(StandardCommands.RESET_PERSPECTIVE);
                });
        assertEquals(before, layout());
        assertTrue(hasTab("Open Files"));
    }

    @Test
    void everyButtonHasANameForScreenReaders() {
        Fx.run(
                () -> {
                    demo.services().parts().openEditor("shop");
                    demo.services().errorLog().report(Severity.ERROR, "shop.tar: truncated", "");
                    demo.services().parts().showView("error-log");
                });
        var nameless =
                Fx.call(
                        () ->
                                demo.workbench().scene().getRoot().lookupAll(".button").stream()
                                        .map(ButtonBase.class::cast)
                                        .filter(
                                                button ->
                                                        button.getText() == null
                                                                || button.getText().isEmpty())
                                        .filter(button -> button.getAccessibleText() == null)
                                        .map(ButtonBase::toString)
                                        .toList());
        assertEquals(List.of(), nameless);
    }

    @Test
    void problemsAreCountedInTheStatusBar() {
        Fx.run(
                () -> {
                    demo.services().errorLog().report(Severity.NOTICE, "nothing grave", "");
                    demo.services().errorLog().report(Severity.ERROR, "shop.tar: truncated", "");
                });
        assertEquals(
                "1 problem",
                Fx.call(
                        () ->
                                ((Labeled) demo.workbench().scene().getRoot().lookup(".problems"))
                                        .getText()));
    }

    @Test
    void aNoticeShowsInTheStatusBarUntilItIsLookedAt() {
        Fx.run(
                () -> {
                    demo.services().parts().hideView("error-log");
                    demo.services().errorLog().report(Severity.ERROR, "shop.tar: truncated", "");
                    demo.services()
                            .errorLog()
                            .report(Severity.NOTICE, "Report written: /cases/7/shop.pdf", "");
                });
        var notice = (ButtonBase) demo.workbench().scene().lookup("#status-notice");
        assertEquals("Report written: /cases/7/shop.pdf", Fx.call(notice::getText));
        assertFalse(hasTab("Error Log"), "no view is opened over the work");

        Fx.run(notice::fire);

        assertEquals(Optional.of(new PartRef.OfView("error-log")), active());
        assertFalse(notice.isVisible());
        assertEquals(
                List.of("Report written: /cases/7/shop.pdf"),
                Fx.call(
                        () ->
                                demo.workbench().scene().getRoot().lookupAll(".table-view").stream()
                                        .filter(
                                                node ->
                                                        "Error Log"
                                                                .equals(node.getAccessibleText()))
                                        .map(node -> (TableView<?>) node)
                                        .map(table -> table.getSelectionModel().getSelectedItem())
                                        .map(row -> ((LogEntry) row).message())
                                        .toList()));
    }

    @Test
    void aNoticeTooLongForItsPlaceIsCutAtItsEndAndReadInItsTooltip() {
        var words =
                "/cases/7/after.tar: no checkpoint: " + "neither images nor archives ".repeat(20);
        Fx.run(() -> demo.services().errorLog().report(Severity.ERROR, words, ""));
        var notice = (ButtonBase) demo.workbench().scene().lookup("#status-notice");
        assertEquals(OverrunStyle.ELLIPSIS, Fx.call(notice::getTextOverrun));
        assertTrue(Fx.call(() -> notice.getTooltip().getText()).startsWith(words));
    }

    @Test
    void theJobThatTheStatusBarShowsIsCancelledByCommand() {
        Job<Boolean> job =
                Fx.call(
                        () ->
                                demo.services()
                                        .jobs()
                                        .start(
                                                "reading",
                                                progress -> {
                                                    while (true) {
                                                        progress.check();
                                                        Thread.sleep(5);
                                                    }
                                                }));
        Fx.waitFor("the job", () -> demo.services().jobs().running().contains(job));
        assertTrue(Fx.call(() -> demo.services().commands().execute("progress.cancel")));
        Fx.waitFor("its end", () -> job.outcome().get().isPresent());
        assertEquals(Optional.of(new Outcome.Cancelled<>()), Fx.call(() -> job.outcome().get()));
        assertFalse(Fx.call(() -> demo.services().commands().execute("progress.cancel")));
    }

    @Test
    void theContextMenuOfWhatHasTheKeysIsShownWithShiftF10() {
        Fx.run(() -> demo.services().parts().showView("tasks"));
        Fx.press(KeyCode.SHIFT, KeyCode.F10);
        Fx.waitFor("the menu", () -> contextMenu().isPresent());
        assertTrue(
                Fx.call(
                        () ->
                                contextMenu().orElseThrow().getItems().stream()
                                        .map(item -> item.getText())
                                        .anyMatch("Copy As (Ctrl+Shift+C)"::equals)));
        Fx.run(() -> contextMenu().orElseThrow().hide());
    }

    private static Optional<ContextMenu> contextMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }

    @Test
    void aNoticeGoesWithTheNextSelectionAndAProblemStays() {
        var notice = (ButtonBase) demo.workbench().scene().lookup("#status-notice");
        Fx.run(() -> demo.services().errorLog().report(Severity.NOTICE, "SHA-256 copied", ""));
        assertTrue(Fx.call(notice::isVisible));
        Fx.run(() -> demo.services().selection().select("tasks", DemoWorkbench.rows().getLast()));
        assertFalse(Fx.call(notice::isVisible));

        Fx.run(() -> demo.services().errorLog().report(Severity.ERROR, "shop.tar: cut", ""));
        Fx.run(() -> demo.services().selection().select("tasks", DemoWorkbench.rows().getFirst()));
        assertTrue(Fx.call(notice::isVisible));
    }

    @Test
    void aNoticeGoesWithTheLog() {
        Fx.run(
                () -> {
                    demo.services().errorLog().report(Severity.NOTICE, "shop.tar opened", "");
                    demo.services().errorLog().clear();
                });
        assertFalse(Fx.call(() -> demo.workbench().scene().lookup("#status-notice").isVisible()));
        assertFalse(Fx.call(() -> demo.services().commands().execute("error-log.show-last")));
    }

    @Test
    void rowsAreCopiedAndSelectedByCommandsWhereverTheyAre() {
        Fx.run(
                () -> {
                    demo.services().parts().showView("tasks");
                    demo.services().commands().execute(StandardCommands.SELECT_ALL);
                    demo.services().commands().execute(StandardCommands.COPY);
                });
        var lines = Fx.call(() -> Clipboard.getSystemClipboard().getString().lines().toList());
        assertTrue(lines.size() > DemoWorkbench.rows().size(), lines.toString());
    }

    @Test
    void aListenerThatThrowsEndsUpInTheErrorLog() {
        Platform.runLater(
                () -> {
                    throw new IllegalStateException("a listener failed");
                });
        Fx.waitFor(
                "the entry",
                () ->
                        demo.services().errorLog().entries().stream()
                                .anyMatch(
                                        entry ->
                                                entry.message()
                                                        .equals(
                                                                "Unexpected error: java.lang.IllegalStateException: a listener failed")));
    }

    @Test
    void theStatusBarShowsTheSelection() {
        Fx.run(() -> demo.services().selection().select("tasks", DemoWorkbench.rows().getFirst()));
        assertEquals(
                "task 1",
                Fx.call(
                        () ->
                                ((Labeled) demo.workbench().scene().lookup("#status-text"))
                                        .getText()));
    }
}
