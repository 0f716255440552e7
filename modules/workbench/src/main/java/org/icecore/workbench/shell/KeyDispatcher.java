package org.icecore.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.command.KeySequence;
import org.icecore.workbench.command.KeyStroke;

/// Runs the commands whose keys are pressed, before any control sees the keys.
///
/// Text fields keep the keys with which one edits text. A key whose commands are all disabled goes on to the control.
public final class KeyDispatcher {
    private static final Set<KeyCode> LETTERS =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Z, KeyCode.Y);
    private static final Set<KeyCode> CARET =
            Set.of(
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.BACK_SPACE,
                    KeyCode.DELETE);

    private final Commands commands;
    private final KeyBindings keys;
    private final List<KeyStroke> pressed = new ArrayList<>();
    private final ReadOnlyStringWrapper pending = new ReadOnlyStringWrapper("");
    private boolean swallowTyped;

    public KeyDispatcher(Commands commands, KeyBindings keys) {
        this.commands = commands;
        this.keys = keys;
    }

    /// What was pressed of a longer sequence, for the status bar; empty most of the time.
    public ReadOnlyStringProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /// Listens to the keys of a scene.
    public void attach(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    swallowTyped = false;
                    var inText = scene.getFocusOwner() instanceof TextInputControl;
                    if (!event.getCode().isModifierKey() && press(KeyStroke.of(event), inText)) {
                        swallowTyped = true;
                        event.consume();
                    }
                });
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if (swallowTyped) {
                        event.consume();
                    }
                });
    }

    /// Takes a stroke.
    ///
    /// @param inText whether the key focus is in a text field
    /// @return whether the stroke was used
    boolean press(KeyStroke stroke, boolean inText) {
        if (pressed.isEmpty() && inText && isForText(stroke)) {
            return false;
        }
        pressed.add(stroke);
        var matching = keys.matching(pressed);
        for (var binding : matching) {
            if (binding.keys().strokes().size() == pressed.size()
                    && commands.enabled(binding.commandId()).get()) {
                forget();
                return commands.execute(binding.commandId());
            }
        }
        var goesOn =
                matching.stream()
                        .anyMatch(binding -> binding.keys().strokes().size() > pressed.size());
        var wasLonger = pressed.size() > 1;
        if (!goesOn) {
            forget();
            return wasLonger;
        }
        pending.set(
                pressed.stream()
                        .map(each -> keys.display(new KeySequence(List.of(each))))
                        .collect(Collectors.joining(" ", "", " ...")));
        return true;
    }

    private void forget() {
        pressed.clear();
        pending.set("");
    }

    private static boolean isForText(KeyStroke stroke) {
        var isPlain = !stroke.shortcut() && !stroke.alt();
        var isFunction = stroke.code().isFunctionKey() || stroke.code() == KeyCode.ESCAPE;
        var edits =
                LETTERS.contains(stroke.code()) && !stroke.shift() || CARET.contains(stroke.code());
        return isPlain && !isFunction || stroke.shortcut() && edits;
    }
}
