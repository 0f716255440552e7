package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.icecore.views.bench.BenchCommands;
import org.icecore.workbench.part.EditorTab;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window shows of evidence that was just opened.
class OpeningTest {
    private static final Path BEFORE = DesktopWindow.sample().getFirst();
    private static final Path AFTER = DesktopWindow.sample().getLast();

    @TempDir private Path settings = Path.of("");

    private DesktopWindow open(Path... files) {
        var window = DesktopWindow.open(settings, List.of(files));
        DesktopWindow.until("opened", () -> window.bench().open().size() == files.length);
        return window;
    }

    private static List<String> tabs(DesktopWindow window) {
        return DesktopWindow.call(
                () ->
                        window.services().parts().editorTabs().stream()
                                .map(EditorTab::title)
                                .filter(title -> title.startsWith("shop"))
                                .toList());
    }

    @Nested
    class TheEditorsOfAPair {
        @Test
        void standInTheOrderOfTheirTimesHoweverTheyWereGiven() {
            try (var window = open(AFTER, BEFORE)) {
                DesktopWindow.until(
                        "in order",
                        () -> tabs(window).equals(List.of("shop (before)", "shop (after)")));
            }
        }

        @Test
        void standInTheOrderOfTheirTimesWhereTheOlderIsDroppedBesideTheLater() {
            try (var window = open(AFTER)) {
                window.drop(BEFORE);
                DesktopWindow.until(
                        "compared", () -> window.bench().comparison().get().found().isPresent());
                assertEquals(List.of("shop (before)", "shop (after)"), tabs(window));
            }
        }

        @Test
        void stayWhereTheExaminerPutsThem() {
            try (var window = open(BEFORE, AFTER)) {
                DesktopWindow.until("both", () -> tabs(window).size() == 2);
                DesktopWindow.run(
                        () -> {
                            var parts = window.services().parts();
                            parts.arrangeEditors(parts.editorKeys().reversed());
                        });
                assertTrue(window.execute(BenchCommands.CHOOSE_PAIR));
                assertEquals(List.of("shop (after)", "shop (before)"), tabs(window));
            }
        }
    }
}
