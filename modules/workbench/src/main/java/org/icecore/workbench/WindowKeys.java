package org.icecore.workbench;

import java.util.List;
import org.icecore.workbench.command.KeyBinding;

/// The keys of the commands that every workbench has: those of Eclipse where it has one.
final class WindowKeys {
    private WindowKeys() {}

    /// The bindings, the first of a command being the one shown.
    static List<KeyBinding> all() {
        return List.of(
                KeyBinding.of("alt+left", StandardCommands.BACK),
                KeyBinding.of("alt+right", StandardCommands.FORWARD),
                KeyBinding.of("shortcut+3", StandardCommands.QUICK_ACCESS),
                KeyBinding.of("shortcut+shift+l", StandardCommands.SHOW_KEYS),
                KeyBinding.of("shortcut+m", StandardCommands.MAXIMISE_PART),
                KeyBinding.of("shortcut+w", StandardCommands.CLOSE_PART),
                KeyBinding.of("shortcut+shift+w", StandardCommands.CLOSE_ALL_EDITORS),
                KeyBinding.of("alt+shift+m", StandardCommands.MOVE_VIEW),
                KeyBinding.of("alt+minus", StandardCommands.PART_MENU),
                KeyBinding.of("alt+shift+equals", StandardCommands.GROW_PART),
                KeyBinding.of("alt+shift+plus", StandardCommands.GROW_PART),
                KeyBinding.of("alt+shift+minus", StandardCommands.SHRINK_PART),
                KeyBinding.of("f6", StandardCommands.NEXT_PART),
                KeyBinding.of("shift+f6", StandardCommands.PREVIOUS_PART),
                KeyBinding.of("shortcut+pagedown", StandardCommands.NEXT_TAB),
                KeyBinding.of("shortcut+pageup", StandardCommands.PREVIOUS_TAB),
                KeyBinding.of("shortcut+f6", StandardCommands.NEXT_EDITOR),
                KeyBinding.of("shortcut+shift+f6", StandardCommands.PREVIOUS_EDITOR),
                KeyBinding.of("shortcut+f7", StandardCommands.NEXT_VIEW),
                KeyBinding.of("shortcut+shift+f7", StandardCommands.PREVIOUS_VIEW),
                KeyBinding.of("shortcut+f8", StandardCommands.NEXT_PERSPECTIVE),
                KeyBinding.of("shortcut+shift+f8", StandardCommands.PREVIOUS_PERSPECTIVE),
                KeyBinding.of("f12", StandardCommands.FOCUS_EDITORS));
    }
}
