package org.icecore.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.command.KeyStroke;
import org.icecore.workbench.command.Platform;
import org.junit.jupiter.api.Test;

class KeyDispatcherTest {
    private final List<String> ran = new ArrayList<>();
    private final Commands commands = new Commands((_, failure) -> ran.add(failure.toString()));
    private final KeyBindings keys = new KeyBindings(Platform.LINUX);
    private final KeyDispatcher dispatcher = new KeyDispatcher(commands, keys);
    private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);

    private void bind(String sequence, String id) {
        if (commands.find(id).isEmpty()) {
            commands.register(
                    Command.of(id, "Test", id, ""), Handler.of(() -> ran.add(id), enabled));
        }
        keys.add(KeyBinding.of(sequence, id));
    }

    private boolean press(String stroke) {
        return dispatcher.press(KeyStroke.parse(stroke), false);
    }

    @Test
    void aBoundKeyRunsItsCommand() {
        bind("shortcut+3", "quick.access");
        assertTrue(press("shortcut+3"));
        assertFalse(press("shortcut+4"));
        assertEquals(List.of("quick.access"), ran);
    }

    @Test
    void aKeyOfADisabledCommandGoesOnToTheControl() {
        bind("shortcut+f", "edit.find");
        enabled.set(false);
        assertFalse(press("shortcut+f"));
        assertEquals(List.of(), ran);
    }

    @Test
    void theFirstEnabledCommandOfAKeyWins() {
        commands.register(Command.of("only.parts", "Test", "Parts", ""));
        keys.add(KeyBinding.of("f8", "only.parts"));
        bind("f8", "next.change");
        assertTrue(press("f8"));
        assertEquals(List.of("next.change"), ran);
    }

    @Test
    void aSequenceShowsWhatIsPendingAndThenRuns() {
        bind("shortcut+k shortcut+s", "compare.start");
        assertTrue(press("shortcut+k"));
        assertEquals("Ctrl+K ...", dispatcher.pending().get());
        assertTrue(press("shortcut+s"));
        assertEquals("", dispatcher.pending().get());
        assertEquals(List.of("compare.start"), ran);
    }

    @Test
    void aWrongSecondStrokeIsSwallowedAndForgotten() {
        bind("shortcut+k shortcut+s", "compare.start");
        press("shortcut+k");
        assertTrue(press("x"));
        assertFalse(press("shortcut+s"));
        assertEquals(List.of(), ran);
    }

    @Test
    void textFieldsKeepTheKeysOfEditing() {
        bind("shortcut+c", "edit.copy");
        bind("a", "plain.key");
        bind("f3", "follow.link");
        assertFalse(dispatcher.press(KeyStroke.parse("shortcut+c"), true));
        assertFalse(dispatcher.press(KeyStroke.parse("a"), true));
        assertTrue(dispatcher.press(KeyStroke.parse("f3"), true));
        assertEquals(List.of("follow.link"), ran);
    }
}
