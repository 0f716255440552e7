package org.icecore.views.hex;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.icecore.analysis.search.BytePattern;
import org.icecore.views.desk.Screen;
import org.icecore.views.hex.model.AddressSpan;
import org.icecore.views.hex.model.HexHighlight;
import org.icecore.views.hex.model.HighlightIndex;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures to look at, in `target/snapshots`.
class SnapshotTest {

    private static HexPalette palette(String name) {
        return switch (name) {
            case "dark" -> HexPalette.dark();
            case "contrast" -> HexPalette.highContrast();
            case "theme-light" -> HexPalette.of(Theme.LIGHT.palette());
            case "theme-dark" -> HexPalette.of(Theme.DARK.palette());
            default -> HexPalette.light();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "light, 900",
        "dark, 900",
        "contrast, 900",
        "light, 480",
        "dark, 480",
        "theme-light, 900",
        "theme-dark, 900"
    })
    void memory(String theme, double width) {
        var view = Screen.call(() -> new HexView(Runnable::run));
        try (var stand = Stand.show(() -> view, width, 620)) {
            Screen.run(
                    () -> {
                        view.paletteProperty().set(palette(theme));
                        view.model().contentProperty().set(Samples.space());
                        view.model()
                                .highlightsProperty()
                                .set(
                                        HighlightIndex.of(
                                                List.of(
                                                        new HexHighlight(
                                                                AddressSpan.of(Samples.BASE, 5),
                                                                HexHighlight.Kind.FINDING,
                                                                "prologue"),
                                                        new HexHighlight(
                                                                AddressSpan.of(
                                                                        Samples.BASE + 0x30, 16),
                                                                HexHighlight.Kind.BOOKMARK,
                                                                "mark"))));
                        view.search().forward(pattern("\"root\""));
                    });
            stand.settle();
            Screen.run(
                    () -> {
                        view.goTo("7f2f369d0000");
                        view.navigation().scrollBy(6);
                        view.navigation().select(AddressSpan.of(Samples.BASE + 0x12, 30));
                    });
            stand.snapshot("memory-%s-%.0f".formatted(theme, width));
            Screen.run(() -> view.goTo("7f2f369d3090"));
            stand.snapshot("memory-%s-%.0f-folds".formatted(theme, width));
            Screen.run(() -> view.goTo("7f2f371ff000"));
            stand.snapshot("memory-%s-%.0f-library".formatted(theme, width));
            assertTrue(
                    Files.exists(
                            Path.of(
                                    "target/snapshots/memory-%s-%.0f.png"
                                            .formatted(theme, width))));
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1000", "dark, 1000", "light, 760", "theme-dark, 1000"})
    void compare(String theme, double width) {
        var view = Screen.call(() -> new HexDiffView(Runnable::run));
        try (var stand = Stand.show(() -> view, width, 620)) {
            Screen.run(
                    () -> {
                        view.paletteProperty().set(palette(theme));
                        view.model().compare(Samples.before(), Samples.after(), Samples.changes());
                        view.nextChange();
                    });
            stand.snapshot("compare-%s-%.0f".formatted(theme, width));
            Screen.run(
                    () ->
                            view.model()
                                    .layoutProperty()
                                    .set(
                                            view.model()
                                                    .layoutProperty()
                                                    .get()
                                                    .withContext(Optional.of(2))));
            stand.press(KeyCode.F8).press(KeyCode.F8).press(KeyCode.F8);
            stand.snapshot("compare-%s-%.0f-changes".formatted(theme, width));
            assertTrue(
                    Files.exists(
                            Path.of(
                                    "target/snapshots/compare-%s-%.0f.png"
                                            .formatted(theme, width))));
        }
    }

    private static BytePattern pattern(String query) {
        return query.startsWith("\"")
                ? BytePattern.text(
                        query.substring(1, query.length() - 1), BytePattern.Encoding.UTF_8, false)
                : BytePattern.hex(query);
    }
}
