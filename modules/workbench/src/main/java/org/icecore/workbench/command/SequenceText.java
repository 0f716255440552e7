package org.icecore.workbench.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Lets a menu item show keys to be pressed one after the other. The toolkit matches single strokes only; the dispatcher of
/// keys does the rest.
final class SequenceText extends KeyCombination {
    private final String text;

    SequenceText(String text) {
        super(
                ModifierValue.ANY,
                ModifierValue.ANY,
                ModifierValue.ANY,
                ModifierValue.ANY,
                ModifierValue.ANY);
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceText sequence && sequence.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
