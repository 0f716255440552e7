package org.icecore.views.result;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.icecore.analysis.content.MemberTable;
import org.icecore.analysis.table.Coverage;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.views.desk.DeskWindow;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer without rows")
class EmptyAnswerTest {
    private static final String ID = "empty";

    private final DeskWindow window =
            DeskWindow.open(
                            800,
                            600,
                            makings -> {
                                var sight = makings.sight();
                                return new DeskWindow.Parts(
                                        List.of(ViewDescriptor.of(ID, "Empty", () -> empty(sight))),
                                        List.of(),
                                        Layout.leftRight(0.5, Layout.editors(), Layout.stack(ID)));
                            })
                    .with("after");

    private static QuestionView<CheckpointMember> empty(CheckpointQuestion.Sight sight) {
        return new CheckpointQuestion<CheckpointMember>(
                        "things", EmptyAnswerTest::nothing, "There are none.")
                .view(GridLook.of(ID, "Empty", List.of("name")), sight, (_, _) -> {}, List.of());
    }

    private static ResultTable<CheckpointMember> nothing(Checkpoint checkpoint) {
        var members = MemberTable.of(checkpoint);
        return new ResultTable<>(
                "nothing",
                "Nothing",
                members.columns(),
                List.of(),
                members::ref,
                members::location,
                Coverage.complete());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void keepsTheLineThatNamesTheCheckpoint() {
        window.until("answered", () -> texts().anyMatch("There are none."::equals));
        window.until("named", () -> texts().anyMatch(text -> text.contains("(after)")));
    }

    private Stream<String> texts() {
        return window.services().parts().view(ID).stream()
                .flatMap(view -> view.node().lookupAll(".label").stream())
                .filter(node -> node instanceof Label && node.isVisible())
                .map(node -> ((Label) node).getText());
    }
}
