package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says of files that are no evidence: all of it, where one looks first.
class BadFilesTest {
    private static final String LONG = "a-name-that-fits-into-no-column-".repeat(4) + ".tar";

    @TempDir private Path folder = Path.of("");

    @Test
    void theMessageAboutAFileThatIsNotThereIsReadInTheEvidence() {
        var missing = folder.resolve(LONG);
        try (var window = DesktopWindow.open(folder.resolve("settings"), List.of(missing))) {
            DesktopWindow.until("it failed", () -> note(window).isVisible());
            DesktopWindow.run(
                    () -> {
                        assertEquals(
                                LONG + ": there is no file " + missing, note(window).getText());
                        assertTrue(note(window).isWrapText());
                    });
        }
    }

    @Test
    void theNoticeInTheStatusBarLeadsToAllOfItsTextInTheErrorLog() throws IOException {
        var text = Files.writeString(folder.resolve("text.tar"), "This is no archive.\n");
        try (var window = DesktopWindow.open(folder.resolve("settings"), List.of(text))) {
            DesktopWindow.until("it failed", () -> note(window).isVisible());
            DesktopWindow.until("noticed", () -> notice(window).isVisible());
            var told = DesktopWindow.call(() -> notice(window).getText());
            DesktopWindow.run(() -> notice(window).fire());
            DesktopWindow.until(
                    "the Error Log tells all of it",
                    () ->
                            window.stage().getScene().getRoot().lookupAll(".details").stream()
                                    .map(TextArea.class::cast)
                                    .anyMatch(
                                            details ->
                                                    details.isWrapText()
                                                            && details.getText().startsWith(told)));
        }
    }

    @Test
    void aFileThatCannotBeOpenedTakesNothingFromWhatTheExaminerWorksOn() throws IOException {
        var text = Files.writeString(folder.resolve("text.tar"), "This is no archive.\n");
        try (var window = DesktopWindow.open(folder.resolve("settings"), DesktopWindow.sample())) {
            DesktopWindow.until(
                    "compared", () -> window.bench().comparison().get().found().isPresent());
            var task = new ArtefactRef.OfTask(new CheckpointId("before"), new Pid(6));
            DesktopWindow.run(() -> window.selection().select("test", task));
            window.choosing(text);
            assertTrue(window.execute(BenchCommands.OPEN));
            DesktopWindow.until("it failed", () -> note(window).isVisible());
            DesktopWindow.run(
                    () -> {
                        assertEquals(Optional.of(task), window.selection().ref().get());
                        assertEquals(3, window.bench().items().size());
                        assertTrue(note(window).getText().contains("text.tar"));
                    });
            DesktopWindow.until("noticed", () -> notice(window).isVisible());
        }
    }

    @Test
    void ofFilesThatAreOpenedTogetherOneThatOpensIsSelected() {
        var files = List.of(DesktopWindow.sample().getLast(), folder.resolve("missing.tar"));
        try (var window = DesktopWindow.open(folder.resolve("settings"), files)) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            DesktopWindow.until("the other failed", () -> note(window).isVisible());
            assertEquals(
                    Optional.of(new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(1))),
                    DesktopWindow.call(() -> window.selection().ref().get()));
        }
    }

    @Test
    void theLineBelowTheRowsSaysHowManyFailed() {
        var files = List.of(folder.resolve("one.tar"), folder.resolve("two.tar"));
        try (var window = DesktopWindow.open(folder.resolve("settings"), files)) {
            DesktopWindow.until(
                    "both failed",
                    () -> note(window).getText().startsWith("2 could not be opened. "));
        }
    }

    @Test
    void whatIsSelectedWhileItOpensIsTheOneThatOpens() {
        var sample = DesktopWindow.sample();
        var settings = folder.resolve("settings");
        try (var window = DesktopWindow.open(settings, List.of(sample.getFirst()))) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            window.choosing(sample.getLast());
            assertTrue(window.execute(BenchCommands.OPEN));
            DesktopWindow.until(
                    "selected",
                    () ->
                            window.selection()
                                    .ref()
                                    .get()
                                    .equals(
                                            Optional.of(
                                                    new ArtefactRef.OfTask(
                                                            new CheckpointId("after"),
                                                            new Pid(1)))));
        }
    }

    @Test
    void viewsAskToSelectACheckpointWhileOneIsOpenThatIsNotSelected() {
        var missing = folder.resolve("missing.tar");
        var files = List.of(DesktopWindow.sample().getLast(), missing);
        try (var window = DesktopWindow.open(folder.resolve("settings"), files)) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            DesktopWindow.until("the other failed", () -> note(window).isVisible());
            DesktopWindow.run(
                    () -> {
                        window.services().parts().showView("sockets");
                        window.services().parts().showView("properties");
                        window.selection()
                                .select(
                                        "test",
                                        new ArtefactRef.OfCheckpoint(new CheckpointId("missing")));
                    });
            DesktopWindow.until(
                    "told",
                    () ->
                            window.labels()
                                    .containsAll(
                                            List.of(
                                                    "Select a checkpoint to see its sockets.",
                                                    "The checkpoint could not be opened.")));
        }
    }

    @Test
    void whatCouldNotBeOpenedIsNotRemembered() {
        var settings = folder.resolve("settings");
        var after = DesktopWindow.sample().getLast().toAbsolutePath().normalize();
        var missing = folder.resolve("missing.tar");
        try (var window = DesktopWindow.open(settings, List.of(missing))) {
            DesktopWindow.until("it failed", () -> note(window).isVisible());
            assertEquals(Optional.empty(), remembered(window, "evidence.recent"));
            assertEquals(Optional.empty(), remembered(window, "session.archives"));
        }
        try (var window = DesktopWindow.open(settings, List.of(after, missing))) {
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            DesktopWindow.until("the other failed", () -> note(window).isVisible());
            var one = Optional.of(RecentEvidence.write(List.of(after)));
            DesktopWindow.until("offered", () -> !remembered(window, "evidence.recent").isEmpty());
            assertEquals(one, remembered(window, "evidence.recent"));
            assertEquals(one, remembered(window, "session.archives"));
        }
    }

    private static Optional<String> remembered(DesktopWindow window, String key) {
        return DesktopWindow.call(() -> window.services().preferences().text(key));
    }

    private static Label note(DesktopWindow window) {
        return (Label) window.stage().getScene().getRoot().lookup("#evidence-failure");
    }

    private static Button notice(DesktopWindow window) {
        return (Button) window.stage().getScene().getRoot().lookup("#status-notice");
    }
}
