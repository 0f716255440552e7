package org.icecore.workbench.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @Test
    void theContrastOfBlackOnWhiteIsTwentyOne() {
        assertEquals(21, Palette.contrast(Color.BLACK, Color.WHITE), 0.001);
        assertEquals(4.54, Palette.contrast(Color.web("#767676"), Color.WHITE), 0.01);
    }

    @ParameterizedTest
    @EnumSource
    void everyInkIsReadableOnEverySurface(Theme theme) {
        var palette = theme.palette();
        var weak = new ArrayList<String>();
        for (var ink : withUse(Token.Use.INK)) {
            for (var surface : withUse(Token.Use.SURFACE)) {
                var ratio = Palette.contrast(palette.color(ink), palette.color(surface));
                if (ratio < 4.5) {
                    weak.add("%s on %s: %.2f".formatted(ink, surface, ratio));
                }
            }
        }
        assertEquals(List.of(), weak);
    }

    @Test
    void highContrastDrawsLinesThatCanBeSeen() {
        var palette = Theme.HIGH_CONTRAST.palette();
        for (var line : withUse(Token.Use.LINE)) {
            assertTrue(
                    Palette.contrast(palette.color(line), palette.color(Token.BACKGROUND)) >= 3,
                    line.name());
        }
    }

    @Test
    void theStylesheetNameOfATokenIsItsNameInLowerCase() {
        assertEquals("-wb-added-background", Token.ADDED_BACKGROUND.cssName());
        assertEquals("#17622f", Theme.LIGHT.palette().web(Token.ADDED));
    }

    private static List<Token> withUse(Token.Use use) {
        return Arrays.stream(Token.values()).filter(token -> token.use() == use).toList();
    }
}
