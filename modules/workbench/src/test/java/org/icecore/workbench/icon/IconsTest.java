package org.icecore.workbench.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

class IconsTest {
    private static final String NEUTRAL = "M4 4h8v8h-8z";

    private final Map<String, String> paths =
            Map.of(
                    "task",
                    "M2 8h12",
                    "broken",
                    "M2 8 q x",
                    "empty",
                    "",
                    "severity.error",
                    "M1 1h14");
    private final Icons icons =
            new Icons(
                    new IconSource() {
                        @Override
                        public Optional<String> path(String name) {
                            return Optional.ofNullable(paths.get(name));
                        }

                        @Override
                        public Optional<String> accent(String name) {
                            return name.equals("task") ? Optional.of("M2 12h12") : Optional.empty();
                        }
                    });

    private List<String> drawn(String name) {
        var icon = (Parent) icons.of(name);
        return icon.getChildrenUnmodifiable().stream()
                .map(path -> path.getStyleClass().getFirst() + " " + ((SVGPath) path).getContent())
                .toList();
    }

    @Test
    void anIconHasItsLineAndItsAccent() {
        assertEquals(List.of("icon-line M2 8h12", "icon-accent M2 12h12"), drawn("task"));
    }

    @Test
    void aMissingIconIsANeutralSquare() {
        assertEquals(List.of("icon-line " + NEUTRAL), drawn("no.such.icon"));
    }

    @Test
    void dataThatCannotBeDrawnIsANeutralSquare() {
        assertEquals(List.of("icon-line " + NEUTRAL), drawn("broken"));
        assertEquals(List.of("icon-line " + NEUTRAL), drawn("empty"));
    }

    @Test
    void theApplicationCanReplaceTheIconsOfTheWindow() {
        assertEquals(List.of("icon-line M1 1h14"), drawn("severity.error"));
        assertEquals(List.of("icon-line M4.5 4.5l7 7M11.5 4.5l-7 7"), drawn("workbench.close"));
    }
}
