package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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

    private static Label note(DesktopWindow window) {
        return (Label) window.stage().getScene().getRoot().lookup("#evidence-failure");
    }

    private static Button notice(DesktopWindow window) {
        return (Button) window.stage().getScene().getRoot().lookup("#status-notice");
    }
}
