package org.icecore.app.desktop;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.icecore.views.compare.MemoryCompareKey;
import org.icecore.views.evidence.EvidenceView;
import org.icecore.workbench.StandardCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeStepsTest {
    @TempDir Path configuration;

    @Test
    void aChangeIsSteppedToFromAViewThatHasNone() {
        try (var window = DesktopWindow.open(configuration, DesktopWindow.sample())) {
            DesktopWindow.until(
                    "compared", () -> window.bench().comparison().get().found().isPresent());
            DesktopWindow.run(
                    () -> {
                        window.services()
                                .commands()
                                .execute(
                                        StandardCommands.showPerspective(
                                                DesktopPerspectives.COMPARE));
                        window.services().parts().showView(EvidenceView.ID);
                    });
            DesktopWindow.until(
                    "the keys are with the evidence",
                    () ->
                            window.services()
                                    .parts()
                                    .view(EvidenceView.ID)
                                    .orElseThrow()
                                    .node()
                                    .isFocusWithin());
            window.press(KeyCode.F8);
            DesktopWindow.until(
                    "a change of memory is in front",
                    () ->
                            window.services()
                                    .parts()
                                    .frontEditor()
                                    .getValue()
                                    .filter(MemoryCompareKey.class::isInstance)
                                    .isPresent());
        }
    }
}
