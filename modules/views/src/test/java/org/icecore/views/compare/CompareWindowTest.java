package org.icecore.views.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.DiffSide;
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

    private Optional<CompareParts> made = Optional.empty();

    private final DeskWindow window =
            DeskWindow.open(
                    1280,
                    760,
                    makings -> {
                        var parts = CompareParts.of(makings.bench(), makings.services());
                        made = Optional.of(parts);
                        return new DeskWindow.Parts(
                                List.of(
                                        ViewDescriptor.of(
                                                ChangesView.ID,
                                                "Changes",
                                                () -> new ChangesView(parts)),
                                        ViewDescriptor.of(
                                                MappingsCompareView.ID,
                                                "Mappings",
                                                () -> MappingsCompareView.of(parts)),
                                        ViewDescriptor.of(
                                                OpenFilesCompareView.ID,
                                                "Open Files",
                                                () -> OpenFilesCompareView.of(parts))),
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

    private TaskTable<?> show(String id) {
        DeskWindow.run(() -> window.services().parts().showView(id));
        return (TaskTable<?>)
                DeskWindow.call(() -> window.services().parts().view(id).orElseThrow());
    }

    private <R> List<R> rows(TaskTable<?> view, Class<R> type) {
        return DeskWindow.call(() -> view.table().rows().stream().map(type::cast).toList());
    }

    private CompareOverviewEditor overview() {
        var key = new CompareOverviewKey();
        DeskWindow.run(() -> window.services().parts().openEditor(key));
        return (CompareOverviewEditor)
                DeskWindow.call(() -> window.services().parts().editor(key).orElseThrow());
    }

    private void compareTheOtherWayRound() {
        DeskWindow.run(() -> window.bench().swap());
        window.until(
                "compared the other way round",
                () ->
                        window.bench()
                                .comparison()
                                .get()
                                .found()
                                .filter(found -> found.before().id().value().equals("after"))
                                .isPresent());
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
        var view = show(MappingsCompareView.ID);
        select(victim());
        window.settle();
        var row =
                rows(view, MappingRow.class).stream()
                        .filter(mapping -> mapping.range().start() == INJECTED)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Mark.ADDED, row.mark());
        assertEquals("rwxp", row.permissions());
        window.picture("compare-mappings-light");
    }

    @Test
    void showsOpenFilesOfBothSides() {
        var view = show(OpenFilesCompareView.ID);
        select(victim());
        window.settle();
        var rows = rows(view, DescriptorRow.class);
        assertFalse(rows.isEmpty());
        assertEquals(0, rows.getFirst().fd().value());
        window.picture("compare-files-light");
    }

    @Test
    void saysAboveTheTableWhichTaskIsShownAndWhere() {
        for (var id : List.of(MappingsCompareView.ID, OpenFilesCompareView.ID)) {
            var view = show(id);
            select(victim());
            window.settle();
            assertEquals(
                    "shop (before) and shop (after), task 6 python3",
                    DeskWindow.call(view::heading));
            assertEquals(
                    List.of("shop (before) and shop (after), task 6 python3"),
                    DeskWindow.call(
                            () ->
                                    view.node().lookupAll(".about").stream()
                                            .filter(Node::isVisible)
                                            .map(node -> ((Label) node).getText())
                                            .toList()));
            select(new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(35)));
            assertEquals("shop (after), task 35 nc", DeskWindow.call(view::heading));
            compareTheOtherWayRound();
            assertEquals("shop (after), task 35 nc", DeskWindow.call(view::heading));
            select(victim());
            assertEquals(
                    "shop (after) and shop (before), task 6 python3",
                    DeskWindow.call(view::heading));
            DeskWindow.run(() -> window.bench().swap());
            window.until(
                    "compared again",
                    () ->
                            window.bench()
                                    .comparison()
                                    .get()
                                    .found()
                                    .filter(found -> found.after().id().value().equals("after"))
                                    .isPresent());
        }
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
        var overview = overview();
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
    void warnsAboveEachPartWhenTheTwoAreInTheWrongOrder() {
        var overview = overview();
        var memory = memory(VICTIM);
        var mappings = show(MappingsCompareView.ID);
        var files = show(OpenFilesCompareView.ID);
        var changes = changes();
        assertEquals("", DeskWindow.call(() -> overview.warned().warning()));
        compareTheOtherWayRound();
        window.settle();
        for (var warned :
                List.of(
                        overview.warned(),
                        memory.warned(),
                        mappings.warned(),
                        files.warned(),
                        changes.warned())) {
            var said = DeskWindow.call(warned::warning);
            assertTrue(said.startsWith("Before is younger than after: "), said);
        }
        window.picture("compare-overview-reversed");
    }

    @Test
    void saysThatNothingIsMappedWhereItWasSent() {
        var editor = memory(VICTIM);
        DeskWindow.run(() -> editor.goTo(new VirtualAddress(0x1000)));
        var status = DeskWindow.call(() -> editor.status().getValue());
        assertTrue(status.contains("nothing is mapped at 0x1000 on either side"), status);
    }

    @Test
    void keepsThePlaceInMemoryWhenTheTwoAreSwapped() {
        var editor = memory(VICTIM);
        DeskWindow.run(() -> editor.goTo(new VirtualAddress(INJECTED + 0x20)));
        compareTheOtherWayRound();
        window.until("mapped again", () -> !editor.diff().status().get().isEmpty());
        assertEquals(
                INJECTED + 0x20, DeskWindow.call(() -> editor.diff().view().navigation().caret()));
    }

    @Test
    void letsGoOfMemoryWhenACheckpointIsClosed() {
        var editor = memory(VICTIM);
        DeskWindow.run(() -> window.bench().close(window.bench().items().getLast()));
        window.settle();
        assertEquals("", DeskWindow.call(() -> editor.status().getValue()));
        assertEquals("pid 6 memory", DeskWindow.call(() -> editor.title().getValue()));
        assertTrue(
                DeskWindow.call(
                                () ->
                                        editor.diff()
                                                .view()
                                                .model()
                                                .content(DiffSide.AFTER)
                                                .regions())
                        .isEmpty());
        window.picture("compare-closed");
    }

    @Test
    void stepsThroughTheListOfChangesAndSaysWhereItEnds() {
        var view = changes();
        DeskWindow.run(() -> window.services().parts().showView(ChangesView.ID));
        window.press(KeyCode.F8);
        var count = window.bench().comparison().get().found().orElseThrow().changes().size();
        var status = DeskWindow.call(() -> view.status().getValue());
        assertTrue(status.startsWith("change 1 of %d  ".formatted(count)), status);
        window.press(KeyCode.SHIFT, KeyCode.F8);
        assertEquals("No change before this one.", DeskWindow.call(() -> view.status().getValue()));
        window.press(KeyCode.F8).press(KeyCode.F8);
        var next = DeskWindow.call(() -> view.status().getValue());
        assertTrue(next.startsWith("change 3 of "), next);
    }

    @Test
    void stepsThroughTheChangedMappingsOfATask() {
        var view = show(MappingsCompareView.ID);
        select(victim());
        window.press(KeyCode.F8);
        var first = (MappingRow) DeskWindow.call(() -> view.table().selected().getFirst());
        assertTrue(first.mark() != Mark.NONE, first.toString());
        for (int i = 0; i < 200; i++) {
            DeskWindow.run(
                    () ->
                            view.handlers()
                                    .get(org.icecore.views.desk.DeskCommands.NEXT_CHANGE)
                                    .run());
        }
        assertEquals(
                "No change after this one in the mappings of the selected task.",
                DeskWindow.call(() -> view.status().getValue()));
    }

    @Test
    void asksWhichTwoToCompareWhereNoneAreChosen() {
        DeskWindow.run(() -> window.bench().forgetPair());
        var overview = overview();
        window.settle();
        var chooser = DeskWindow.call(overview::chooser);
        assertTrue(DeskWindow.call(chooser::isVisible));
        assertEquals(
                "before, after",
                DeskWindow.call(
                        () ->
                                "%s, %s"
                                        .formatted(
                                                chooser.before().getValue().id(),
                                                chooser.after().getValue().id())));
        window.picture("compare-choose");
        DeskWindow.run(() -> chooser.compare().fire());
        window.until("compared", () -> window.bench().comparison().get().found().isPresent());
        assertFalse(DeskWindow.call(chooser::isVisible));
    }

    @Test
    void offersTheWayBackFromAComparisonThatNobodyAskedFor() {
        var gone = new java.util.ArrayList<String>();
        var overview = overview();
        DeskWindow.run(
                () ->
                        made.orElseThrow()
                                .wayBack()
                                .set(
                                        Optional.of(
                                                new WayBack(
                                                        window.bench()
                                                                .comparison()
                                                                .get()
                                                                .chosen()
                                                                .orElseThrow(),
                                                        "the two were dropped on the window together",
                                                        "Triage",
                                                        () -> gone.add("back")))));
        window.settle();
        window.picture("compare-way-back");
        DeskWindow.run(
                () ->
                        overview.node().lookupAll(".hyperlink").stream()
                                .map(Hyperlink.class::cast)
                                .filter(link -> link.getText().endsWith("go back to Triage"))
                                .forEach(Hyperlink::fire));
        assertEquals(List.of("back"), gone);
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

    private void find(MemoryCompareEditor editor, String text) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        DeskWindow.run(() -> editor.diff().find().bar().field().setText(text));
        window.press(KeyCode.ENTER);
        window.until("searched", () -> !editor.diff().view().search().runningProperty().get());
    }

    private static String said(MemoryCompareEditor editor) {
        return editor.diff().find().bar().said();
    }

    private static void enter(MemoryCompareEditor editor, DiffSide side) {
        DeskWindow.run(
                () -> {
                    editor.diff().view().model().sideProperty().set(side);
                    editor.diff().view().requestFocus();
                });
    }

    @Test
    void bytesAreFoundOnTheSideThatHasTheKeys() {
        var editor = memory(VICTIM);
        enter(editor, DiffSide.AFTER);
        find(editor, "INJECTED-RWX");
        window.until("counted", () -> said(editor).contains(" of "));
        assertEquals("found at 0x7f2f369d0020 in after, 1 of 4", said(editor));
        assertEquals(
                Optional.of(AddressSpan.of(INJECTED + 0x20, 12)),
                DeskWindow.call(() -> editor.diff().view().navigation().selection()));
        assertEquals(
                Optional.of(
                        new ArtefactRef.OfMemory(
                                new CheckpointId("after"),
                                VICTIM,
                                AddressRange.of(INJECTED + 0x20, 12))),
                DeskWindow.call(() -> window.services().selection().current().get().value()));
        window.picture("compare-find");

        enter(editor, DiffSide.BEFORE);
        find(editor, "INJECTED-RWX");
        window.until("counted", () -> said(editor).contains(" of "));
        assertEquals("found at 0x7f2f37b14952 in before, 1 of 3", said(editor));

        find(editor, "C2CFG{host=");
        assertTrue(said(editor).matches("not found in [0-9,]+ bytes of before.*"), said(editor));
    }

    @Test
    void theFindBarStepsThroughTheMatchesWithItsButtons() {
        var editor = memory(VICTIM);
        enter(editor, DiffSide.BEFORE);
        find(editor, "python3");
        window.until("counted", () -> said(editor).contains(" of "));
        var first = DeskWindow.call(() -> editor.diff().view().navigation().selection());
        for (var title : List.of("Find Next", "Find Previous")) {
            DeskWindow.run(() -> button(editor, title).fire());
            window.until("searched", () -> !editor.diff().view().search().runningProperty().get());
            assertEquals(
                    title.equals("Find Previous"),
                    first.equals(
                            DeskWindow.call(() -> editor.diff().view().navigation().selection())));
        }
        assertEquals(
                "Goes to the next match. (Enter; Ctrl+K from anywhere in the editor)",
                DeskWindow.call(() -> button(editor, "Find Next").getTooltip().getText()));
    }

    private static Button button(MemoryCompareEditor editor, String name) {
        return editor.diff().find().bar().getChildren().stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
