package org.icecore.views.overview;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.text.Text;

/// A digest or an id: shortened in the middle where there is no room for it, and whole when it is copied.
final class DigestField extends TextField {
    private static final String CUT = "\u2026";
    private static final int LEAST = 4;

    /// Room that the toolkit keeps for a caret, in pixels.
    private static final double CARET = 3;

    private String whole = "";

    DigestField() {
        Pieces.dress(this);
        widthProperty().subscribe(_ -> fit());
        fontProperty().subscribe(_ -> fit());
    }

    /// Shows a digest, or why there is none.
    void show(String text) {
        whole = text;
        fit();
    }

    @Override
    public void copy() {
        if (!getSelectedText().contains(CUT)) {
            super.copy();
            return;
        }
        var content = new ClipboardContent();
        content.putString(whole);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// What of a text shows in the room that so many of its letters need.
    static String shortened(String text, int letters) {
        if (letters >= text.length()) {
            return text;
        }
        var end = Math.max(LEAST, (letters - 1) / 2);
        return text.length() <= 2 * end
                ? text
                : text.substring(0, end) + CUT + text.substring(text.length() - end);
    }

    private void fit() {
        var room = getWidth() - snappedLeftInset() - snappedRightInset();
        var letters = whole.length();
        // Letters differ in width, so that the room for a text is found by trying.
        while (room > 0 && letters > 2 * LEAST && width(shortened(whole, letters)) > room) {
            letters--;
        }
        setText(shortened(whole, letters));
    }

    private double width(String shown) {
        var text = new Text(shown);
        text.setFont(getFont());
        return text.getLayoutBounds().getWidth() + CARET;
    }
}
