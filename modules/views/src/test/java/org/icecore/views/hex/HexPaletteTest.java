package org.icecore.views.hex;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.icecore.workbench.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HexPaletteTest {

    static Stream<HexPalette> palettes() {
        return Stream.concat(
                Stream.of(HexPalette.light(), HexPalette.dark(), HexPalette.highContrast()),
                Stream.of(Theme.values()).map(theme -> HexPalette.of(theme.palette())));
    }

    /// Relative luminance as WCAG 2.2 defines it.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color over(Color back, Color tint) {
        return back.interpolate(
                Color.color(tint.getRed(), tint.getGreen(), tint.getBlue()), tint.getOpacity());
    }

    private static void atLeast(double wanted, String what, Color ink, Color back) {
        double found = contrast(ink, back);
        assertTrue(
                found >= wanted, "%s: contrast %.2f, wanted %.1f".formatted(what, found, wanted));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void wordsAndBytesAreLegible(HexPalette palette) {
        var back = palette.background();
        atLeast(7, "bytes", palette.foreground(), back);
        atLeast(4.5, "addresses", palette.address(), back);
        atLeast(4.5, "absent", palette.absent(), back);
        atLeast(4.5, "executable", palette.executable(), back);
        atLeast(3, "zeros, dimmed on purpose", palette.zero(), back);
        atLeast(3, "caret", palette.caret(), back);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void changesAreLegibleOnTheirTints(HexPalette palette) {
        for (var ink : List.of(palette.changed(), palette.added(), palette.removed())) {
            for (var current : List.of(true, false)) {
                atLeast(
                        4.5,
                        "change " + ink,
                        ink,
                        over(palette.background(), HexDiffView.tint(ink, current)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void bytesAreLegibleOnEveryMark(HexPalette palette) {
        var marks =
                Map.of(
                        "selection", palette.selection(),
                        "hit", palette.hit(),
                        "bookmark", palette.bookmark(),
                        "finding", palette.finding(),
                        "field", palette.field());
        marks.forEach((name, back) -> atLeast(4.5, name, palette.foreground(), back));
    }
}
