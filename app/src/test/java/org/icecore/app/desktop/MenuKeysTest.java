package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The menu bar without a mouse.
class MenuKeysTest {
    private static final int ALPHABET = 26;

    @TempDir private Path configuration = Path.of("");

    @Test
    void eachMenuAndEachItemHasALetterOfItsOwn() {
        try (var window = DesktopWindow.open(configuration, List.of())) {
            DesktopWindow.run(
                    () -> {
                        assertLetters("menu bar", bar(window).getMenus());
                        assertEquals(
                                List.of("_File", "_Edit", "_Navigate", "_Search", "_Compare"),
                                bar(window).getMenus().stream()
                                        .map(MenuItem::getText)
                                        .limit(5)
                                        .toList());
                    });
        }
    }

    @Test
    void altAndItsLetterOpensAMenu() {
        try (var window = DesktopWindow.open(configuration, List.of())) {
            window.press(KeyCode.ALT, KeyCode.F);
            DesktopWindow.until("the File menu shows", () -> menu(window, "_File").isShowing());
            window.press(KeyCode.ESCAPE);
            DesktopWindow.until("no menu shows", () -> !menu(window, "_File").isShowing());
        }
    }

    @Test
    void f10OpensTheMenuBar() {
        try (var window = DesktopWindow.open(configuration, List.of())) {
            window.press(KeyCode.F10);
            window.press(KeyCode.DOWN);
            DesktopWindow.until(
                    "a menu shows",
                    () -> bar(window).getMenus().stream().anyMatch(Menu::isShowing));
        }
    }

    private static void assertLetters(String where, List<? extends MenuItem> items) {
        var seen = new HashSet<Character>();
        var titles = new ArrayList<String>();
        for (var item : items) {
            if (!(item instanceof SeparatorMenuItem)) {
                titles.add(item.getText());
                var letter = letter(item.getText());
                assertTrue(item.isMnemonicParsing(), item.getText());
                // The list of all views is longer than the alphabet.
                assertTrue(
                        letter.isPresent() || items.size() > ALPHABET,
                        "no letter in %s of %s".formatted(item.getText(), where));
                letter.ifPresent(
                        found ->
                                assertTrue(
                                        seen.add(found),
                                        "%s twice in %s: %s".formatted(found, where, titles)));
            }
            if (item instanceof Menu menu) {
                assertLetters(menu.getText(), menu.getItems());
            }
        }
    }

    private static Optional<Character> letter(String text) {
        var bare = text.replace("__", "");
        var mark = bare.indexOf('_');
        return mark >= 0 && mark + 1 < bare.length()
                ? Optional.of(Character.toLowerCase(bare.charAt(mark + 1)))
                : Optional.empty();
    }

    private static Menu menu(DesktopWindow window, String text) {
        return bar(window).getMenus().stream()
                .filter(menu -> menu.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static MenuBar bar(DesktopWindow window) {
        return (MenuBar) window.stage().getScene().getRoot().lookup(".menu-bar");
    }
}
