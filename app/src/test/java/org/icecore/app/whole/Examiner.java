package org.icecore.app.whole;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// Somebody at the window who works as an analyst would: goes from part to part, picks rows, asks Quick Access, waits
/// for what is to come, and takes pictures.
final class Examiner {
    private static final int MOST_PARTS = 24;

    private final Eyes eyes;
    private final Hands hands;
    private final Path album;

    /// @param album the folder for pictures
    Examiner(Program program, Path album) {
        this.eyes = program.eyes();
        this.hands = program.hands();
        this.album = album;
    }

    /// What the eyes see, asked on the thread of the toolkit.
    <T> T see(Supplier<T> question) {
        return Toolkit.ask(question);
    }

    /// Waits until something is to be seen.
    void waitUntil(String what, BooleanSupplier seen) {
        Toolkit.waitUntil(
                what,
                seen,
                () ->
                        "the keys are in '%s', the status is '%s', Quick Access offers '%s'"
                                .formatted(eyes.focusedName(), eyes.status(), eyes.offered()));
    }

    /// Waits until no job runs.
    void waitForJobs() {
        waitUntil("no job runs", eyes::idle);
    }

    void press(KeyCode... keys) {
        hands.press(keys);
    }

    void type(String text) {
        hands.type(text);
    }

    /// Goes around the parts by F6 until the control of that name has the keys.
    void goTo(String control) {
        for (int part = 0; part < MOST_PARTS; part++) {
            if (see(eyes::focusedName).equals(control)) {
                return;
            }
            hands.press(KeyCode.F6);
        }
        throw new AssertionError(
                "F6 never comes to '%s', but to '%s'".formatted(control, see(eyes::focusedName)));
    }

    /// Goes down the rows of a table until one with these words is selected.
    void selectRow(String table, String words) {
        goTo(table);
        int rows = see(() -> eyes.rowCount(table));
        hands.press(KeyCode.HOME);
        for (int row = 0;
                row < rows && !see(() -> eyes.selectedRow(table)).contains(words);
                row++) {
            hands.press(KeyCode.DOWN);
        }
        waitUntil(
                "'%s' is selected in %s".formatted(words, table),
                () -> eyes.selectedRow(table).contains(words));
    }

    /// Types into Quick Access and runs its first offer once that is the one wanted.
    void quickAccess(String typed, String wanted) {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        waitUntil("Quick Access has the keys", () -> eyes.focusedName().equals("Quick Access"));
        hands.type(typed);
        waitUntil("Quick Access offers " + wanted, () -> eyes.offered().startsWith(wanted));
    }

    /// Chooses from a menu of the menu bar with the mouse.
    void choose(String menu, String item) {
        hands.click(see(() -> eyes.menu(menu)).orElseThrow());
        waitUntil("the menu offers " + item, () -> eyes.menuItem(item).isPresent());
        hands.click(see(() -> eyes.menuItem(item)).orElseThrow());
    }

    /// Drags the tab of a part over a node.
    void dragTab(String title, Node goal, Runnable beforeRelease) {
        hands.drag(see(() -> eyes.tab(title)).orElseThrow(), Hands.middle(goal), beforeRelease);
    }

    /// Takes a picture of the window.
    void photograph(String name) {
        hands.rest();
        eyes.photograph(album.resolve(name + ".png"));
    }

    /// Takes a picture of the window with the mouse where it is.
    void photographAsIs(String name) {
        eyes.photograph(album.resolve(name + ".png"));
    }
}
