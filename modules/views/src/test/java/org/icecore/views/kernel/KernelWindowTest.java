package org.icecore.views.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import org.icecore.analysis.content.PeerTable;
import org.icecore.analysis.content.SignalTable;
import org.icecore.analysis.content.TraitTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.MemberKey;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.desk.StoredFileDeeds;
import org.icecore.views.memory.MemoryEditors;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Views of the kernel's state in a window, over the incident: a shell on port 4444 is served by task 23 and used by task 56.
class KernelWindowTest {
    private static final CheckpointId AFTER = new CheckpointId("after");

    private final BooleanProperty ofAll = new SimpleBooleanProperty(true);
    private final List<String> told = new ArrayList<>();
    private final DeskWindow window = DeskWindow.open(1200, 800, this::parts).with("after");

    private DeskWindow.Parts parts(DeskWindow.Makings makings) {
        var services = makings.services();
        var sight = makings.sight();
        var desk =
                new KernelDesk(
                        sight,
                        ofAll,
                        services.commands(),
                        () -> {},
                        new StoredFileDeeds(makings.selection(), services, _ -> {}));
        var views = new KernelViews(desk);
        return new DeskWindow.Parts(
                List.of(
                        ViewDescriptor.of(KernelViews.SIGNALS, "Signals", views::signals),
                        ViewDescriptor.of(KernelViews.TRAITS, "Traits", views::traits),
                        ViewDescriptor.of(QueuesView.ID, "Queues", () -> QueuesView.of(desk)),
                        ViewDescriptor.of(PeersView.ID, "Peers", () -> PeersView.of(desk))),
                List.of(MemoryEditors.of(makings.bench(), services)),
                Layout.topBottom(
                        0.5,
                        Layout.editors(),
                        Layout.stack(
                                KernelViews.SIGNALS,
                                KernelViews.TRAITS,
                                QueuesView.ID,
                                PeersView.ID)),
                builder -> {
                    StoredFileCommands.all().forEach(builder::command);
                    builder.command(
                            Command.of(BenchCommands.OTHER_END, "Navigate", "Step", "Steps"),
                            new OtherEnd(makings.selection(), services.jobs(), told::add)
                                    .handler());
                });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterStepsFromOneEndOfAConnectionToTheOtherAndBack() {
        var client = descriptor(56, 2);
        var server = descriptor(23, 4);
        select(shown(PeersView.ID), client);
        window.press(KeyCode.ENTER);
        window.until("at the server", () -> selected().equals(Optional.of(server)));
        assertEquals(Optional.of(new Pid(23)), task());
        window.press(KeyCode.ENTER);
        window.until("back at the client", () -> selected().equals(Optional.of(client)));
        assertEquals(Optional.of(new Pid(56)), task());
    }

    @Test
    void enterAtAnEndThatNobodyHoldsSaysSo() {
        select(shown(PeersView.ID), descriptor(1, 1));
        window.press(KeyCode.ENTER);
        window.until("told", () -> !told.isEmpty());
        assertEquals(
                "Fd 1 of task 1 of after: no task of the checkpoint holds the other end: it is standard output of the container, which the runtime led out of it (descriptors.json).",
                told.getFirst());
    }

    @Test
    void revealsTheBytesThatARowWasReadFrom() {
        select(shown(KernelViews.SIGNALS), new ArtefactRef.OfTask(AFTER, new Pid(6)));
        DeskWindow.run(() -> window.services().commands().execute(BenchCommands.REVEAL_IN_IMAGE));
        window.until("opened", () -> !window.services().parts().editorKeys().isEmpty());
        var key = new MemberKey(AFTER, "checkpoint/core-6.img");
        assertEquals(List.of(key), window.services().parts().editorKeys());
        var status =
                DeskWindow.call(
                        () ->
                                window.services()
                                        .parts()
                                        .editor(key)
                                        .orElseThrow()
                                        .status()
                                        .getValue());
        assertTrue(status.endsWith("bytes selected"), status);
    }

    @Test
    void narrowsToTheSelectedTaskAndSaysWhenNoneIs() {
        DeskWindow.run(() -> ofAll.set(false));
        DeskWindow.run(() -> window.services().parts().showView(KernelViews.SIGNALS));
        DeskWindow.run(
                () -> window.selection().select("test", new ArtefactRef.OfTask(AFTER, new Pid(6))));
        QuestionView<SignalTable.Row> view = shown(KernelViews.SIGNALS);
        window.until(
                "those of task 6",
                () ->
                        view.grid().orElseThrow().table().rows().size() == 6
                                && view.grid().orElseThrow().table().rows().stream()
                                        .allMatch(row -> row.task().pid().equals(new Pid(6))));
    }

    @Test
    void marksTheRowsOfTheSelectedTaskInEachView() {
        QuestionView<SignalTable.Row> signals = shown(KernelViews.SIGNALS);
        QuestionView<TraitTable.Row> traits = shown(KernelViews.TRAITS);
        QuestionView<PeerTable.Row> peers = shown(PeersView.ID);
        DeskWindow.run(
                () -> window.selection().select("test", new ArtefactRef.OfTask(AFTER, new Pid(6))));
        assertEquals(Collections.nCopies(6, 6), marked(signals, row -> row.task().pid()));
        assertEquals(List.of(6), marked(traits, row -> row.thread().task().pid()));
        assertEquals(List.of(6, 6), marked(peers, row -> row.task().pid()));
        DeskWindow.run(() -> window.selection().select("test", descriptor(56, 2)));
        assertEquals(List.of(56), marked(peers, row -> row.task().pid()));
        assertEquals(List.of(56), marked(traits, row -> row.thread().task().pid()));
    }

    private static <R> List<Integer> marked(QuestionView<R> view, Function<R, Pid> pid) {
        return DeskWindow.call(
                () ->
                        view.grid().orElseThrow().selected().stream()
                                .map(row -> pid.apply(row).value())
                                .toList());
    }

    private static ArtefactRef descriptor(int pid, int fd) {
        return new ArtefactRef.OfDescriptor(AFTER, new Pid(pid), new FdNumber(fd));
    }

    private Optional<ArtefactRef> selected() {
        return window.selection().ref().get();
    }

    private Optional<Pid> task() {
        return DeskWindow.call(() -> window.selection().task().get().map(found -> found.pid()));
    }

    private static <R> void select(QuestionView<R> view, ArtefactRef wanted) {
        DeskWindow.run(
                () -> {
                    var grid = view.grid().orElseThrow();
                    grid.select(List.of(wanted));
                    grid.focusRows();
                });
    }

    @SuppressWarnings("unchecked")
    private <R> QuestionView<R> shown(String id) {
        DeskWindow.run(() -> window.services().parts().showView(id));
        var view =
                (QuestionView<R>)
                        DeskWindow.call(() -> window.services().parts().view(id).orElseThrow());
        window.until(id + " has answered", () -> view.grid().isPresent());
        return view;
    }
}
