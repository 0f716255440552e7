package org.icecore.views.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.ItemState;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.result.TableServices;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksViewTest {
    private final DeskWindow window =
            DeskWindow.open(
                    800,
                    600,
                    makings ->
                            new DeskWindow.Parts(
                                    List.of(
                                            ViewDescriptor.of(
                                                    TasksView.ID,
                                                    "Tasks",
                                                    () ->
                                                            new TasksView(
                                                                    makings.bench(),
                                                                    makings.selection(),
                                                                    new SimpleObjectProperty<>(
                                                                            Optional.empty()),
                                                                    makings.services().commands(),
                                                                    List.of(
                                                                            StandardCommands
                                                                                    .showView(
                                                                                            TasksView
                                                                                                    .ID)),
                                                                    TableServices.of(
                                                                            makings.services())))),
                                    List.of(),
                                    Layout.topBottom(
                                            0.5, Layout.editors(), Layout.stack(TasksView.ID))));

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void leadsFromATaskToWhatElseIsKnownOfIt() {
        DeskWindow.run(() -> window.services().parts().showView(TasksView.ID));
        var view =
                (TasksView)
                        DeskWindow.call(
                                () -> window.services().parts().view(TasksView.ID).orElseThrow());
        assertEquals(
                List.of(
                        StandardCommands.showView(TasksView.ID),
                        BenchCommands.REVEAL_IN_IMAGE,
                        BenchCommands.REVEAL_IN_ARCHIVE),
                DeskWindow.call(
                        () ->
                                view.front().control().getContextMenu().getItems().stream()
                                        .flatMap(item -> Optional.ofNullable(item.getId()).stream())
                                        .toList()));
        assertEquals(
                "Ctrl+C",
                DeskWindow.call(
                        () ->
                                view.front().control().getContextMenu().getItems().stream()
                                        .filter(item -> "Copy".equals(item.getText()))
                                        .map(item -> item.getAccelerator().getDisplayText())
                                        .findFirst()
                                        .orElse("no Copy")));
    }

    @Test
    void saysWhyAFileCouldNotBeOpenedInPlaceOfTheWorkOnIt(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("broken.tar"), "no archive");
        DeskWindow.run(() -> window.services().parts().showView(TasksView.ID));
        var item = DeskWindow.call(() -> window.bench().open(List.of(file)).getFirst());
        window.until("failed", () -> item.state().get() instanceof ItemState.Failed);
        window.settle();
        var failed = (ItemState.Failed) DeskWindow.call(() -> item.state().get());
        var node =
                DeskWindow.call(
                        () -> window.services().parts().view(TasksView.ID).orElseThrow().node());
        assertEquals(
                1,
                DeskWindow.call(
                        () ->
                                node.lookupAll("*").stream()
                                        .filter(Node::isVisible)
                                        .filter(
                                                each ->
                                                        each instanceof Labeled label
                                                                && failed.message()
                                                                        .equals(label.getText()))
                                        .count()));
        assertEquals(
                0,
                DeskWindow.call(
                        () ->
                                node.lookupAll("*").stream()
                                        .filter(ProgressBar.class::isInstance)
                                        .count()));
    }
}
