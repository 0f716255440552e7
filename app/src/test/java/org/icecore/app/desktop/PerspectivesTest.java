package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.icecore.workbench.part.Perspective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerspectivesTest {
    private static final double WIDTH = 1296;
    private static final double HEIGHT = 810;

    @TempDir private Path configuration = Path.of("");

    @Test
    void eachLeavesTheEditorsTwoFifthsOfTheHeight() {
        try (var window = DesktopWindow.open(configuration, DesktopWindow.sample())) {
            DesktopWindow.run(
                    () -> {
                        window.stage().setWidth(WIDTH);
                        window.stage().setHeight(HEIGHT);
                    });
            DesktopWindow.until(
                    "compared", () -> window.bench().comparison().get().found().isPresent());
            for (var id : DesktopPerspectives.all().stream().map(Perspective::id).toList()) {
                DesktopWindow.run(() -> window.services().parts().showPerspective(id));
                DesktopWindow.run(() -> window.stage().getScene().getRoot().layout());
                var room = DesktopWindow.call(() -> editors(window));
                assertTrue(room >= HEIGHT * 0.4, "%s leaves %.0f pixels".formatted(id, room));
            }
        }
    }

    private static double editors(DesktopWindow window) {
        return window.stage()
                .getScene()
                .getRoot()
                .lookup(".editor-stack")
                .getLayoutBounds()
                .getHeight();
    }
}
