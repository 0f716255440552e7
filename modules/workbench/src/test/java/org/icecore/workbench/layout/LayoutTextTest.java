package org.icecore.workbench.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTextTest {
    @Test
    void whatIsWrittenIsReadBack() {
        var text = "h(0.2000:[evidence,tasks*],0.8000:v(0.7000:editors,0.3000:[files*]))";
        assertEquals(text, LayoutText.write(LayoutText.read(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                              | layout, character 0: a split, a stack or the editor area expected
            h(                              | layout, character 2: a word expected
            h(x:editors,1:[a])              | layout, character 3: a number expected
            h(1:editors,1:[a]               | layout, character 17: ')' expected
            editors]                        | layout, character 7: the end expected
            h(-1:editors,1:[a])             | weights must be positive: [-1.0, 1.0]
            h(NaN:editors,1:[a])            | weights must be positive: [NaN, 1.0]
            h(1:editors)                    | a split needs two parts, and a weight for each
            [a]                             | a layout needs the editor area once and each view at most once: [a]
            h(1:editors,1:[a],1:[a])        | a layout needs the editor area once and each view at most once: h(1:editors,1:[a],1:[a])
            """)
    void damagedTextIsRefusedWithItsPlace(String text, String message) {
        var failure = assertThrows(IllegalArgumentException.class, () -> LayoutText.read(text));
        assertEquals(message, failure.getMessage());
    }

    @Test
    void aBottomlessNestIsRefused() {
        var text = "h(1:[a],1:".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> LayoutText.read(text));
    }
}
