package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.properties.PropertiesView;
import org.icecore.workbench.StandardCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesKeysTest {
    @TempDir private Path configuration = Path.of("");

    @Test
    void theChosenLineIsCopiedByTheCommandOfAllParts() {
        var after = DesktopWindow.sample().getLast();
        try (var window = DesktopWindow.open(configuration, List.of(after))) {
            DesktopWindow.until("opened", () -> window.selection().checkpoint().get().isPresent());
            var task = new ArtefactRef.OfTask(new CheckpointId("after"), new Pid(6));
            DesktopWindow.run(() -> window.selection().select("test", task));
            DesktopWindow.run(() -> window.services().parts().showView(PropertiesView.ID));
            DesktopWindow.until(
                    "the keys are with the properties",
                    () ->
                            window.services()
                                    .parts()
                                    .view(PropertiesView.ID)
                                    .orElseThrow()
                                    .node()
                                    .isFocusWithin());
            assertFalse(window.execute(StandardCommands.COPY), "nothing is chosen yet");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.C);
            assertEquals("6", DesktopWindow.call(() -> Clipboard.getSystemClipboard().getString()));
        }
    }
}
