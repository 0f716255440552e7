package org.icecore.workbench.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySequenceTest {
    @ParameterizedTest
    @CsvSource({
        "shortcut+3, Ctrl+3, \u23183",
        "alt+left, Alt+Left, \u2325Left",
        "shortcut+shift+l, Ctrl+Shift+L, \u2318\u21e7L",
        "f3, F3, F3",
        "shortcut+k shortcut+s, Ctrl+K Ctrl+S, \u2318K \u2318S",
        "shortcut+pagedown, Ctrl+Page Down, \u2318Page Down",
    })
    void isShownAsThePlatformShowsKeys(String text, String linux, String mac) {
        var keys = KeySequence.parse(text);
        assertEquals(linux, keys.display(Platform.LINUX));
        assertEquals(mac, keys.display(Platform.MAC));
        assertEquals(text, keys.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shortcut+", "hyper+x", "shortcut+nokey", "shortcut"})
    void nonsenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> KeySequence.parse(text));
    }
}
