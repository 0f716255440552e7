package org.icecore.views.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.icecore.analysis.acquisition.AcquisitionTable;
import org.icecore.analysis.acquisition.Bearing;
import org.icecore.analysis.acquisition.Statement;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.views.desk.DeskWindow;
import org.icecore.views.result.QuestionView;
import org.icecore.views.result.ResultPane;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The view Acquisition")
class AcquisitionViewTest {

    private final List<ArtefactRef> opened = new ArrayList<>();
    private final DeskWindow window =
            DeskWindow.open(
                    1200,
                    800,
                    makings -> {
                        var sight = makings.sight();
                        return new DeskWindow.Parts(
                                List.of(
                                        ViewDescriptor.of(
                                                AcquisitionView.ID,
                                                "Acquisition",
                                                () -> AcquisitionView.of(sight, opened::add))),
                                List.of(),
                                Layout.topBottom(
                                        0.5, Layout.editors(), Layout.stack(AcquisitionView.ID)));
                    });

    @AfterEach
    void close() {
        window.close();
    }

    @SuppressWarnings("unchecked")
    private QuestionView<Statement> view() {
        DeskWindow.run(() -> window.services().parts().showView(AcquisitionView.ID));
        return (QuestionView<Statement>)
                DeskWindow.call(
                        () -> window.services().parts().view(AcquisitionView.ID).orElseThrow());
    }

    private ResultPane<Statement> grid() {
        var view = view();
        window.until("answered", () -> view.grid().isPresent());
        return DeskWindow.call(() -> view.grid().orElseThrow());
    }

    @Test
    void asksForACheckpointWhileThereIsNone() {
        var view = view();
        assertTrue(
                DeskWindow.call(
                                () ->
                                        view.node().lookupAll(".label").stream()
                                                .map(Labeled.class::cast)
                                                .map(Labeled::getText)
                                                .toList())
                        .contains("Open a checkpoint to see its acquisition."));
    }

    @Test
    void statesWhatTheQuestionAnswers() {
        window.with("after");
        var grid = grid();
        var checkpoint = window.bench().checkpoint(new CheckpointId("after")).orElseThrow();
        assertEquals(AcquisitionTable.of(checkpoint).rows(), grid.table().rows());
        assertTrue(grid.table().rows().stream().anyMatch(row -> row.bearing() == Bearing.GAP));
    }

    @Test
    void leadsFromAStatementToTheMemberItWasReadFrom() {
        window.with("after");
        var grid = grid();
        var network =
                grid.table().rows().stream()
                        .filter(row -> row.subject().equals("net namespace"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                new ArtefactRef.OfMember(new CheckpointId("after"), "checkpoint/netns-10.img"),
                grid.table().ref(network));
        DeskWindow.run(
                () -> {
                    grid.select(List.of(grid.table().ref(network)));
                    grid.focusRows();
                });
        window.press(KeyCode.ENTER);
        window.until("opened", () -> !opened.isEmpty());
        assertEquals(grid.table().ref(network), opened.getFirst());
    }
}
