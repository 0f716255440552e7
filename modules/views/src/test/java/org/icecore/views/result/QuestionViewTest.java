package org.icecore.views.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.icecore.analysis.content.MemberTable;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.evidence.Progress;
import org.icecore.views.desk.DeskWindow;
import org.icecore.workbench.job.EndedJob;
import org.icecore.workbench.layout.Layout;
import org.icecore.workbench.part.ViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A view whose question takes for ever")
class QuestionViewTest {
    private static final String ID = "endless";

    private final CountDownLatch asked = new CountDownLatch(1);

    private final DeskWindow window =
            DeskWindow.open(
                            800,
                            600,
                            makings -> {
                                var sight = makings.sight();
                                return new DeskWindow.Parts(
                                        List.of(
                                                ViewDescriptor.of(
                                                        ID, "Endless", () -> endless(sight))),
                                        List.of(),
                                        Layout.leftRight(0.5, Layout.editors(), Layout.stack(ID)));
                            })
                    .with("after");

    private QuestionView<CheckpointMember> endless(CheckpointQuestion.Sight sight) {
        return new CheckpointQuestion<CheckpointMember>(
                        "endless things", this::ask, "There are none.")
                .view(GridLook.of(ID, "Endless", List.of("name")), sight, (_, _) -> {}, List.of());
    }

    private ResultTable<CheckpointMember> ask(Checkpoint checkpoint, Progress progress) {
        // Ends after 30 seconds lest a failing test hold a processor for ever.
        var end = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < end) {
            progress.advance(7, 10);
            asked.countDown();
            Thread.onSpinWait();
        }
        return MemberTable.of(checkpoint);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void tellsHowFarItIsAndStopsWhenTheViewIsClosed() throws InterruptedException {
        asked.await();
        window.until(
                "told how far it is",
                () ->
                        window.services().jobs().running().stream()
                                .anyMatch(
                                        job ->
                                                job.title().startsWith("reading the endless things")
                                                        && job.fraction().get() == 0.7));
        DeskWindow.run(() -> window.services().parts().hideView(ID));
        window.until("stopped", this::nothingEndlessRuns);
        assertEquals(
                List.of("cancelled"),
                DeskWindow.call(
                        () ->
                                window.services().jobs().finished().stream()
                                        .filter(job -> job.title().contains("endless"))
                                        .map(EndedJob::end)
                                        .toList()));
    }

    private boolean nothingEndlessRuns() {
        return window.services().jobs().running().stream()
                .noneMatch(job -> job.title().contains("endless"));
    }
}
