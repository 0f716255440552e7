package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/usr/bin/python3",
                "two  spaces",
                "Grüße",
                "数据",
                "تقرير",
                "דוח",
                "😀",
                "€"
            })
    void textThatCanBeSeenStaysAsItIs(String text) {
        assertEquals(text, VisibleText.of(text));
    }

    @Test
    void lineEndsAndTabsAreEscaped() {
        assertEquals("a\\nb\\r\\tc", VisibleText.of("a\nb\r\tc"));
    }

    @Test
    void backslashIsDoubledSoThatAnEscapeIsAlwaysAnEscape() {
        assertEquals("a\\\\nb", VisibleText.of("a\\nb"));
    }

    @Test
    void otherControlCharactersAreEscapedByTheirNumber() {
        assertEquals("\\u0000\\u001b[31m\\u007f\\u0085", VisibleText.of("\0\033[31m\177\205"));
    }

    @Test
    void marksThatTurnTheDirectionOfWritingAreEscaped() {
        assertEquals(
                "invoice\\u202efdp.exe\\u2066\\u200f",
                VisibleText.of("invoice\u202Efdp.exe\u2066\u200F"));
    }

    @Test
    void charactersWithoutInkAreEscaped() {
        assertEquals(
                "a\\u200bb\\u00a0\\u3000\\u3164\\ufe0f\\ufeff",
                VisibleText.of("a\u200Bb\u00A0\u3000\u3164\uFE0F\uFEFF"));
    }

    @Test
    void charactersBeyondTheFirstPlaneAreEscapedInBraces() {
        assertEquals(
                "\\u{e0041}\\u{10ffff}",
                VisibleText.of(Character.toString(0xE0041) + Character.toString(0x10FFFF)));
    }

    @Test
    void halfOfAPairIsEscaped() {
        assertEquals("\\ud83dx", VisibleText.of("\uD83Dx"));
    }

    @Test
    void differentTextsNeverLookTheSame() {
        assertEquals("\\\\u202e", VisibleText.of("\\" + "u202e"));
    }
}
