package org.icecore.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.demo.Fx;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.layout.LayoutText;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.part.Editor;
import org.icecore.workbench.part.EditorTab;
import org.icecore.workbench.part.PartRef;
import org.icecore.workbench.part.Perspective;
import org.icecore.workbench.part.View;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.preference.Preferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsModelTest {
    @TempDir Path folder;

    private final ErrorLog log = new ErrorLog(Clock.systemUTC(), Runnable::run);
    private final List<String> ran = new ArrayList<>();
    private final List<String> disposed = new ArrayList<>();
    private final Commands commands =
            new Commands((command, _) -> ran.add("failed " + command.id()));
    private PartsModel model;

    @BeforeEach
    void install() {
        commands.register(Command.of("edit.find", "Edit", "Find", ""));
        model = model();
    }

    private PartsModel model() {
        var fresh = new PartsModel(commands, Preferences.load(folder, log), log);
        fresh.install(
                List.of(view("tasks"), view("files"), view("sockets")),
                List.of(
                        key ->
                                key instanceof String name
                                        ? Optional.of(new TestEditor(name))
                                        : Optional.empty()),
                List.of(
                        Perspective.of(
                                "triage",
                                "Triage",
                                "",
                                Layout.leftRight(
                                        0.25,
                                        Layout.stack("tasks"),
                                        Layout.topBottom(
                                                0.5,
                                                Layout.editors(),
                                                Layout.stack("files", "sockets")))),
                        Perspective.of(
                                "memory",
                                "Memory",
                                "",
                                Layout.leftRight(0.25, Layout.stack("files"), Layout.editors()))));
        return fresh;
    }

    private ViewDescriptor view(String id) {
        return ViewDescriptor.of(id, id, () -> new TestView(id));
    }

    private String layout() {
        return LayoutText.write(model.layout().get());
    }

    private final class TestView implements View {
        private final String id;
        private final Node node = new Group();

        TestView(String id) {
            this.id = id;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public Map<String, Handler> handlers() {
            return Map.of("edit.find", Handler.of(() -> ran.add("find in " + id)));
        }

        @Override
        public void dispose() {
            disposed.add(id);
        }
    }

    private final class TestEditor implements Editor {
        private final String name;
        private final Node node = new Group();

        TestEditor(String name) {
            this.name = name;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public ObservableValue<String> title() {
            return new ReadOnlyStringWrapper(name);
        }

        @Override
        public void dispose() {
            disposed.add(name);
        }
    }

    @Nested
    class Views {
        @Test
        void theShownViewIsActiveAndItsHandlersAreInCharge() {
            model.showView("tasks");
            commands.execute("edit.find");
            model.showView("sockets");
            commands.execute("edit.find");
            assertEquals(List.of("find in tasks", "find in sockets"), ran);
            assertEquals(Optional.of(new PartRef.OfView("sockets")), model.activePart().get());
        }

        @Test
        void revealingLeavesTheActivePartActive() {
            model.showView("tasks");
            model.revealView("sockets");
            assertEquals(Optional.of(new PartRef.OfView("tasks")), model.activePart().get());
            assertTrue(layout().contains("[files,sockets*]"));
        }

        @Test
        void aClosedViewIsDisposedAndAnotherPartBecomesActive() {
            model.showView("tasks");
            model.hideView("tasks");
            assertEquals(List.of("tasks"), disposed);
            assertEquals(Optional.of(new PartRef.OfView("files")), model.activePart().get());
        }

        @Test
        void theSameInstanceIsShownInAllPerspectives() {
            model.showView("files");
            var before = model.view("files").orElseThrow();
            model.showPerspective("memory");
            assertEquals(before, model.view("files").orElseThrow());
            assertEquals(Optional.empty(), model.view("tasks"));
        }

        @Test
        void anUnknownViewIsAnErrorOfTheCaller() {
            assertThrows(IllegalArgumentException.class, () -> model.showView("nowhere"));
        }
    }

    @Nested
    class Editors {
        @Test
        void equalKeysShareAnEditor() {
            var first = model.openEditor("shop");
            var second = model.openEditor(new StringBuilder("shop").toString());
            assertEquals(first, second);
            assertEquals(List.of("shop"), model.editorKeys());
        }

        @Test
        void aKeyThatNobodyUnderstandsOpensNothing() {
            assertEquals(Optional.empty(), model.openEditor(72));
            assertEquals(List.of(), model.editorKeys());
        }

        @Test
        void aRestoredTabIsMadeWhenItIsSelected() {
            model.openEditor("a");
            model.restoreEditors(
                    List.of(
                            new EditorTab("b", "remembered b", Optional.of("editor.text")),
                            new EditorTab("c", "remembered c", Optional.empty())));
            assertEquals(List.of("a", "b", "c"), model.editorKeys());
            assertEquals(Optional.empty(), model.editor("b"));
            var title = model.editors().title("b");
            assertEquals("remembered b", title.getValue());

            model.openEditor("b");
            assertEquals("b", model.editor("b").orElseThrow().title().getValue());
            assertEquals("b", title.getValue());
            assertEquals(List.of("a", "b", "c"), model.editorKeys());
        }

        @Test
        void restoredTabsAreInTheirOrderThoseThatAreOpenAlreadyToo() {
            List.of("x", "a", "c").forEach(model::openEditor);
            model.restoreEditors(
                    List.of(
                            new EditorTab("c", "remembered c", Optional.empty()),
                            new EditorTab("b", "remembered b", Optional.empty()),
                            new EditorTab("a", "remembered a", Optional.empty())));
            assertEquals(List.of("x", "c", "b", "a"), model.editorKeys());
            assertEquals(Optional.of("c"), model.frontEditor().get());
        }

        @Test
        void aRestoredTabWhoseEditorCannotBeMadeGoesAway() {
            model.restoreEditors(
                    List.of(
                            new EditorTab("a", "a", Optional.empty()),
                            new EditorTab(72, "of nobody", Optional.empty()),
                            new EditorTab("c", "c", Optional.empty())));
            model.openEditor("a");
            model.closeEditor("a");
            assertEquals(List.of("c"), model.editorKeys());
            assertEquals(Optional.of("c"), model.frontEditor().get());
        }

        @Test
        void closingAllMakesNoneThatWasATabOnly() {
            model.openEditor("a");
            model.restoreEditors(List.of(new EditorTab("b", "b", Optional.empty())));
            model.closeAllEditors();
            assertEquals(List.of(), model.editorKeys());
            assertEquals(Optional.empty(), model.frontEditor().get());
            assertEquals(List.of("a"), disposed);
        }

        @Test
        void aNewEditorStandsRightOfTheOneInFront() {
            List.of("a", "b").forEach(model::openEditor);
            model.openEditor("a");
            model.openEditor("c");
            assertEquals(List.of("a", "c", "b"), model.editorKeys());
        }

        @Test
        void closingActivatesTheNeighbour() {
            List.of("a", "b", "c").forEach(model::openEditor);
            model.closeEditor("c");
            assertEquals(Optional.of(new PartRef.OfEditor("b")), model.activePart().get());
            model.closeEditor("a");
            assertEquals(Optional.of("b"), model.frontEditor().get());
            assertEquals(List.of("c", "a"), disposed);
        }

        @Test
        void tabsChangeTheirOrder() {
            List.of("a", "b", "c").forEach(model::openEditor);
            model.moveEditor("c", 0);
            assertEquals(List.of("c", "a", "b"), model.editorKeys());
            model.moveEditor("c", 3);
            assertEquals(List.of("a", "b", "c"), model.editorKeys());
        }
    }

    @Nested
    class Arranged {
        @Test
        void editorsChangeAmongThePlacesThatTheyHave() {
            List.of("x", "a", "y", "b", "z").forEach(model::openEditor);
            model.arrangeEditors(List.of("b", "not open", "a"));
            assertEquals(List.of("x", "b", "y", "a", "z"), model.editorKeys());
            assertEquals(Optional.of("z"), model.frontEditor().get());
        }
    }

    @Nested
    class Maximised {
        @Test
        void staysWhileATabOfTheSameStackIsShown() {
            model.showView("files");
            model.toggleMaximised();
            model.showView("sockets");
            assertEquals(Optional.of(new PartRef.OfView("sockets")), model.maximised().get());
        }

        @Test
        void endsWhenAnotherPartIsShown() {
            model.showView("files");
            model.toggleMaximised();
            model.openEditor("shop");
            assertEquals(Optional.empty(), model.maximised().get());
        }

        @Test
        void endsWhenItsPartIsClosed() {
            model.showView("files");
            model.toggleMaximised();
            model.hideView("files");
            assertEquals(Optional.empty(), model.maximised().get());
        }
    }

    @Test
    void aViewThatCannotBeMadeIsReportedAndTheOthersGoOn() {
        var fresh = new PartsModel(commands, Preferences.load(folder, log), log);
        fresh.install(
                List.of(
                        ViewDescriptor.of(
                                "broken",
                                "Broken",
                                () -> {
                                    throw new IllegalStateException("no font");
                                })),
                List.of(),
                List.of(
                        Perspective.of(
                                "p",
                                "P",
                                "",
                                Layout.leftRight(0.5, Layout.stack("broken"), Layout.editors()))));
        Fx.start();
        assertFalse(Fx.call(() -> fresh.view("broken")).isEmpty());
        assertEquals("Broken cannot be shown: no font", log.entries().getFirst().message());
    }

    @Test
    void eachPerspectiveHasItsOwnLayout() {
        var triage = layout();
        model.showPerspective("memory");
        model.hideView("files");
        assertEquals("editors", layout());
        model.showPerspective("triage");
        assertEquals(triage, layout());
        model.showPerspective("memory");
        model.reset();
        assertEquals("h(0.2500:[files*],0.7500:editors)", layout());
    }
}
