package org.icecore.views.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.icecore.views.desk.DeskWindow;
import org.junit.jupiter.api.Test;

class DigestFieldTest {
    private static final String DIGEST =
            "461368ed7ea816a5237a6f9f3e7ead9f217721292cef8b43b9e718a78a24f9e3";

    private static DigestField shown(double width) {
        var field = new DigestField();
        field.show(DIGEST);
        var scene = new Scene(new Pane(field), 900, 40);
        scene.getRoot().applyCss();
        field.resize(width, 20);
        return field;
    }

    @Test
    void isShownWholeWhereThereIsRoom() {
        assertEquals(DIGEST, DeskWindow.call(() -> shown(800).getText()));
    }

    @Test
    void isShortenedInTheMiddleWhereThereIsNot() {
        var text = DeskWindow.call(() -> shown(300).getText());
        assertTrue(text.length() < 45, text);
        assertTrue(text.startsWith("461368ed7ea8") && text.endsWith("a78a24f9e3"), text);
        assertTrue(text.contains("\u2026"), text);
        var needed = new Text(text);
        assertTrue(needed.getLayoutBounds().getWidth() <= 300, text);
    }

    @Test
    void isCopiedWhole() {
        assertEquals(
                DIGEST,
                DeskWindow.call(
                        () -> {
                            var field = shown(300);
                            field.selectAll();
                            field.copy();
                            return Clipboard.getSystemClipboard().getString();
                        }));
    }

    @Test
    void keepsItsBeginAndItsEndHoweverNarrowItIs() {
        assertEquals("4613\u2026f9e3", DigestField.shortened(DIGEST, 3));
        assertEquals("461368\u202624f9e3", DigestField.shortened(DIGEST, 13));
    }
}
