package org.icecore.workbench;

import java.util.List;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.command.LetteredKeys;

/// The keys of the commands that every workbench has: those of Eclipse where it has one.
final class WindowKeys {
    /// Eclipse's own.
    private static final String VIEWS = "alt+shift+q";

    /// For desktops that change the layout of the keyboard with Alt+Shift.
    private static final String OTHER_VIEWS = "shortcut+shift+q";

    private static final String PERSPECTIVES = "shortcut+shift+e";
    private static final String THEMES = "shortcut+shift+t";

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
                KeyBinding.of("shift+f10", StandardCommands.CONTEXT_MENU),
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
                KeyBinding.of("f12", StandardCommands.FOCUS_EDITORS),
                KeyBinding.of(PERSPECTIVES + " r", StandardCommands.RESET_PERSPECTIVE),
                KeyBinding.of("shortcut+c", StandardCommands.COPY),
                KeyBinding.of("shortcut+a", StandardCommands.SELECT_ALL),
                KeyBinding.of("alt+shift+c", StandardCommands.CHOOSE_COLUMNS),
                KeyBinding.of("alt+shift+f", StandardCommands.FIT_COLUMNS),
                KeyBinding.of("shortcut+shift+n", ErrorLogView.SHOW_LAST),
                KeyBinding.of("shortcut+shift+y l", ErrorLogView.COPY),
                KeyBinding.of("shortcut+shift+u l", ErrorLogView.CLEAR),
                KeyBinding.of("shortcut+shift+u p", ProgressView.CLEAR),
                KeyBinding.of("shortcut+shift+u c", ProgressView.CANCEL));
    }

    /// Gives keys to the commands that show views and perspectives and change the theme, where they have none.
    static void bindLetters(Commands commands, KeyBindings keys) {
        var views = new LetteredKeys(keys, VIEWS, OTHER_VIEWS);
        var perspectives = new LetteredKeys(keys, PERSPECTIVES);
        var themes = new LetteredKeys(keys, THEMES);
        for (var command : commands.all()) {
            if (command.id().startsWith(StandardCommands.showView(""))) {
                views.bind(command);
            } else if (command.id().startsWith(StandardCommands.showPerspective(""))) {
                perspectives.bind(command);
            } else if (command.id().startsWith(StandardCommands.useTheme(""))) {
                themes.bind(command);
            }
        }
    }
}
