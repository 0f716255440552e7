package org.icecore.views.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.views.bench.ItemState;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.desk.PatternKind;
import org.icecore.views.memory.MemoryEditor;
import org.icecore.views.memory.MemoryEditors;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewTest {
    private final DeskWindow window =
            DeskWindow.open(
                    1200,
                    640,
                    makings ->
                            new DeskWindow.Parts(
                                    List.of(
                                            ViewDescriptor.of(
                                                    SearchView.ID,
                                                    "Search",
                                                    () ->
                                                            new SearchView(
                                                                    makings.bench(),
                                                                    makings.selection(),
                                                                    makings.services()))),
                                    List.of(MemoryEditors.of(makings.bench(), makings.services())),
                                    Layout.topBottom(
                                            0.5, Layout.editors(), Layout.stack(SearchView.ID))));

    @BeforeEach
    void openACheckpoint() {
        window.with("after");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private SearchView search(PatternKind kind, String pattern) {
        DeskWindow.run(() -> window.services().parts().showView(SearchView.ID));
        var view =
                (SearchView)
                        DeskWindow.call(
                                () -> window.services().parts().view(SearchView.ID).orElseThrow());
        DeskWindow.run(
                () -> {
                    view.bar().kind().setValue(kind);
                    view.bar().pattern().setText(pattern);
                });
        window.press(KeyCode.ENTER);
        window.until("ended", () -> !(view.model().state().get() instanceof SearchState.Running));
        return view;
    }

    @Test
    void findsTheBeaconsConfigurationAndOpensIt() {
        var view = search(PatternKind.TEXT, "C2CFG{host=127.0.0.1");
        var hits = DeskWindow.call(() -> List.copyOf(view.table().rows()));
        assertTrue(hits.stream().anyMatch(hit -> hit.comm().equals("sshd")), hits.toString());
        window.picture("search-light");
        window.wear(Theme.DARK).picture("search-dark");
        window.wear(Theme.LIGHT).size(640, 480).picture("search-narrow");
        DeskWindow.run(
                () -> {
                    view.table().focusRows();
                    view.table().select(List.of(hits.getFirst()));
                });
        window.press(KeyCode.ENTER);
        var key =
                new MemoryKey(
                        new CheckpointId("after"),
                        hits.getFirst().hit().pid(),
                        hits.getFirst().address());
        assertTrue(DeskWindow.call(() -> window.services().parts().editor(key).isPresent()));
    }

    @Test
    void findsBytesWithWildcards() {
        var view = search(PatternKind.HEX, "fc 48 ?? e4 f0 90 90 90 90");
        var hits = DeskWindow.call(() -> List.copyOf(view.table().rows()));
        assertEquals(new VirtualAddress(0x7f2f369d0000L), hits.getFirst().address());
        assertEquals(new Pid(6), hits.getFirst().hit().pid());
    }

    @Test
    void saysWhatIsNoPattern() {
        var view = search(PatternKind.HEX, "fc 4");
        var state = DeskWindow.call(() -> view.model().state().get());
        assertEquals(
                new SearchState.Unreadable("a hexadecimal pattern has two digits a byte: 'fc 4'"),
                state);
    }

    @Test
    void saysWhatANotFoundIsWorth() {
        var view = search(PatternKind.TEXT, "no such words in any memory of this container");
        assertTrue(DeskWindow.call(() -> view.table().rows().isEmpty()));
        window.picture("search-nothing");
    }

    @Test
    void marksAllHitsInTheEditorAndThePresentOne() {
        var view = search(PatternKind.HEX, "fc 48 83 e4 f0 90 90");
        var hit = DeskWindow.call(() -> view.table().rows().getFirst());
        DeskWindow.run(
                () -> {
                    view.table().focusRows();
                    view.table().select(List.of(hit));
                });
        window.press(KeyCode.ENTER);
        var key = new MemoryKey(new CheckpointId("after"), hit.hit().pid(), hit.address());
        var editor =
                (MemoryEditor)
                        DeskWindow.call(() -> window.services().parts().editor(key).orElseThrow());
        window.until("shown", () -> editor.status().getValue().contains("7 bytes selected"));
        assertTrue(
                DeskWindow.call(() -> editor.status().getValue()).startsWith("0x7f2f369d0006"),
                DeskWindow.call(() -> editor.status().getValue()));
        window.picture("search-hit-light");
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.until(
                "went on to the next hit",
                () -> editor.status().getValue().startsWith("0x7f2f37cb6876"));
        assertEquals("after", window.bench().open().getFirst().id().value());
        assertEquals("3 hits in after", DeskWindow.call(() -> view.bar().said()));
        assertEquals("python3 (6)", DeskWindow.call(() -> editor.title().getValue()));
        window.with("before");
        window.until("named", () -> editor.title().getValue().equals("python3 (6) - after"));
    }

    @Test
    void staysWithinANarrowDock() {
        var view = search(PatternKind.TEXT, "root");
        window.size(260, 640);
        window.picture("search-docked-narrow");
        DeskWindow.run(
                () -> {
                    for (var part : view.bar().getChildrenUnmodifiable()) {
                        assertTrue(
                                !part.isManaged()
                                        || part.getBoundsInParent().getMaxX()
                                                <= view.bar().getWidth(),
                                part.toString());
                    }
                });
    }

    private static void select(DeskWindow window, String checkpoint) {
        DeskWindow.run(
                () ->
                        window.selection()
                                .select(
                                        "test",
                                        new ArtefactRef.OfCheckpoint(
                                                new CheckpointId(checkpoint))));
    }

    private void open(Path missing) {
        DeskWindow.run(() -> window.bench().open(List.of(missing)));
        window.until(
                "failed",
                () -> window.bench().items().getLast().state().get() instanceof ItemState.Failed);
    }

    @Test
    void searchesTheOnlyCheckpointThatIsOpenWhateverIsSelected() {
        open(Path.of("missing.tar"));
        select(window, "missing");
        var view = search(PatternKind.TEXT, "C2CFG{host=127.0.0.1");
        assertTrue(DeskWindow.call(() -> view.table().rows().size()) > 0);
    }

    @Test
    void saysWhereToSelectACheckpointWhereSeveralAreOpenAndNoneIsSelected() {
        var before = EvidenceSet.find("incident").orElseThrow().archive("before");
        DeskWindow.run(() -> window.bench().open(List.of(before)));
        window.until("both open", () -> window.bench().open().size() == 2);
        open(Path.of("missing.tar"));
        select(window, "missing");
        var view = search(PatternKind.TEXT, "C2CFG");
        assertEquals("Select a checkpoint in Evidence.", DeskWindow.call(() -> view.bar().said()));
    }

    @Test
    void stopsAndForgetsWhatItFoundInACheckpointThatIsClosed() {
        var view = search(PatternKind.TEXT, "a");
        assertTrue(DeskWindow.call(() -> view.table().rows().size()) > 0);
        DeskWindow.run(
                () -> {
                    view.bar().pattern().setText("e");
                    view.bar().pattern().requestFocus();
                });
        window.press(KeyCode.ENTER);
        DeskWindow.run(() -> window.bench().close(window.bench().items().getFirst()));
        window.until("no job runs", () -> window.services().jobs().running().isEmpty());
        DeskWindow.run(
                () -> {
                    assertEquals(List.of(), List.copyOf(view.table().rows()));
                    assertEquals("after was closed.", view.bar().said());
                    assertEquals(List.of(), List.copyOf(window.services().errorLog().entries()));
                });
    }
}
