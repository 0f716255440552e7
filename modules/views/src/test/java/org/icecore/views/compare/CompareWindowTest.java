package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.desk.DeskWindow;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.icecore.workbench.table.Mark;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareWindowTest {
    private static final Pid VICTIM = new Pid(6);
    private static final long INJECTED = 0x7f2f369d0000L;

    private final DeskWindow window =
            DeskWindow.open(
                    1280,
                    760,
                    makings -> {
                        var parts =
                                new CompareParts(makings.bench().comparison(), makings.services());
                        return new DeskWindow.Parts(
                                List.of(
                                        ViewDescriptor.of(
                                                ChangesView.ID,
                                                "Changes",
                                                () -> new ChangesView(parts)),
                                        ViewDescriptor.of(
                                                MappingsCompareView.ID,
                                                "Mappings",
                                                () -> new MappingsCompareView(parts)),
                                        ViewDescriptor.of(
                                                OpenFilesCompareView.ID,
                                                "Open Files",
                                                () -> new OpenFilesCompareView(parts))),
                                List.of(new CompareEditors(parts)),
                                Layout.topBottom(
                                        0.58,
                                        Layout.editors(),
                                        Layout.stack(
                                                ChangesView.ID,
                                                MappingsCompareView.ID,
                                                OpenFilesCompareView.ID)));
                    });

    @BeforeEach
    void compare() {
        window.with("before", "after");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void select(ArtefactRef ref) {
        DeskWindow.run(() -> window.services().selection().select("elsewhere", ref));
    }

    private static ArtefactRef victim() {
        return new ArtefactRef.OfTask(new CheckpointId("after"), VICTIM);
    }

    private MemoryCompareEditor memory(Pid pid) {
        var key = new MemoryCompareKey(pid);
        DeskWindow.run(() -> window.services().parts().openEditor(key));
        var editor =
                (MemoryCompareEditor)
                        DeskWindow.call(() -> window.services().parts().editor(key).orElseThrow());
        window.until("mapped", () -> !editor.diff().status().get().isEmpty());
        return editor;
    }

    private ChangesView changes() {
        return (ChangesView)
                DeskWindow.call(() -> window.services().parts().view(ChangesView.ID).orElseThrow());
    }

    private <V> V show(String id, Class<V> type) {
        DeskWindow.run(() -> window.services().parts().showView(id));
        return type.cast(DeskWindow.call(() -> window.services().parts().view(id).orElseThrow()));
    }

    @Test
    void listsTheInjectedMappingAsAdded() {
        var view = changes();
        DeskWindow.run(() -> view.filter("kind:mapping task:6 mark:+ 0x7f2f369d0000"));
        window.settle();
        var root = DeskWindow.call(() -> view.tree().control().getRoot());
        assertEquals(1, root.getChildren().size());
        var task = root.getChildren().getFirst().getValue();
        assertTrue(task.subject().startsWith("6 "));
        assertEquals(List.of("", ""), List.of(task.before(), task.after()));
        assertTrue(task.note().matches("\\d+ changes: .+"), task.note());
        var found = root.getChildren().getFirst().getChildren();
        assertEquals(1, found.size());
        assertEquals(Mark.ADDED, found.getFirst().getValue().mark());
        assertTrue(
                found.getFirst().getValue().after().contains("rwxp"),
                found.getFirst().getValue().after());
    }

    @Test
    void showsTheInjectedMappingAmongTheMappingsOfItsTask() {
        var view = show(MappingsCompareView.ID, MappingsCompareView.class);
        select(victim());
        window.settle();
        var row =
                DeskWindow.call(
                        () ->
                                view.rows().table().rows().stream()
                                        .filter(mapping -> mapping.range().start() == INJECTED)
                                        .findFirst()
                                        .orElseThrow());
        assertEquals(Mark.ADDED, row.mark());
        assertEquals("rwxp", row.permissions());
        window.picture("compare-mappings-light");
    }

    @Test
    void showsOpenFilesOfBothSides() {
        var view = show(OpenFilesCompareView.ID, OpenFilesCompareView.class);
        select(victim());
        window.settle();
        var rows = DeskWindow.call(() -> List.copyOf(view.rows().table().rows()));
        assertFalse(rows.isEmpty());
        assertEquals(0, rows.getFirst().fd().value());
        window.picture("compare-files-light");
    }

    @Test
    void goesToTheInjectedBytesSideBySide() {
        var editor = memory(VICTIM);
        DeskWindow.run(() -> editor.goTo(new VirtualAddress(INJECTED)));
        window.settle();
        assertEquals(INJECTED, DeskWindow.call(() -> editor.diff().view().navigation().caret()));
        var status = DeskWindow.call(() -> editor.status().getValue());
        assertTrue(
                status.matches(
                        "change [\\d,]+ of [\\d,]+  ·  0x7f2f369d0000  ·  before: not mapped  ·  after: this checkpoint, .*"),
                status);
        window.picture("compare-memory-light");
        window.wear(Theme.DARK).picture("compare-memory-dark");
    }

    @Test
    void stepsOnIntoTheNextTaskWithChanges() {
        var tasks =
                DeskWindow.call(
                        () ->
                                MemoryPair.steppable(
                                        window.bench().comparison().get().found().orElseThrow()));
        assertTrue(tasks.contains(VICTIM) && tasks.size() > 1, tasks.toString());
        var editor = memory(tasks.getFirst());
        DeskWindow.run(() -> editor.goToEnd(false));
        window.press(KeyCode.F8);
        var next = new MemoryCompareKey(tasks.get(1));
        window.until(
                "the next task opened",
                () -> window.services().parts().frontEditor().getValue().equals(Optional.of(next)));
        var opened = memory(tasks.get(1));
        assertTrue(DeskWindow.call(() -> opened.status().getValue()).startsWith("change 1 of "));
        window.press(KeyCode.SHIFT, KeyCode.F8);
        window.until(
                "back again",
                () ->
                        window.services()
                                .parts()
                                .frontEditor()
                                .getValue()
                                .equals(Optional.of(new MemoryCompareKey(tasks.getFirst()))));
    }

    @Test
    void saysWhenThereIsNoChangeLeft() {
        var tasks =
                DeskWindow.call(
                        () ->
                                MemoryPair.steppable(
                                        window.bench().comparison().get().found().orElseThrow()));
        var editor = memory(tasks.getLast());
        DeskWindow.run(() -> editor.goToEnd(false));
        window.press(KeyCode.F8);
        assertTrue(
                DeskWindow.call(() -> editor.status().getValue())
                        .contains("and no more in any task"));
    }

    @Test
    void sumsUpTheComparison() {
        DeskWindow.run(() -> window.services().parts().openEditor(new CompareOverviewKey()));
        var overview =
                (CompareOverviewEditor)
                        DeskWindow.call(
                                () ->
                                        window.services()
                                                .parts()
                                                .editor(new CompareOverviewKey())
                                                .orElseThrow());
        window.settle();
        assertFalse(DeskWindow.call(() -> overview.kinds().rows().isEmpty()));
        assertTrue(
                DeskWindow.call(
                        () ->
                                overview.tasks().rows().stream()
                                        .anyMatch(task -> task.pid().equals(VICTIM))));
        window.picture("compare-overview-light");
        window.wear(Theme.DARK).picture("compare-overview-dark");
        window.wear(Theme.LIGHT).size(760, 620).picture("compare-overview-narrow");
    }

    @Test
    void warnsWhenTheOrderIsReversed() {
        DeskWindow.run(
                () -> {
                    var items = window.bench().items();
                    window.bench().compareAs(items.get(1), items.get(0));
                    window.services().parts().openEditor(new CompareOverviewKey());
                });
        window.until(
                "compared",
                () ->
                        window.bench()
                                .comparison()
                                .get()
                                .found()
                                .filter(
                                        comparison ->
                                                comparison.before().id().value().equals("after"))
                                .isPresent());
        window.picture("compare-overview-reversed");
        assertTrue(
                DeskWindow.call(
                        () ->
                                window.bench()
                                        .comparison()
                                        .get()
                                        .found()
                                        .orElseThrow()
                                        .match()
                                        .needsWarning()));
    }

    @Test
    void saysWhatToDoWithoutAPair() {
        DeskWindow.run(
                () -> {
                    window.bench().forgetPair();
                    window.services().parts().openEditor(new CompareOverviewKey());
                    window.services().parts().openEditor(new MemoryCompareKey(VICTIM));
                });
        window.picture("compare-nothing");
        var view = changes();
        assertTrue(DeskWindow.call(() -> view.tree().control().getRoot().getChildren().isEmpty()));
    }
}
