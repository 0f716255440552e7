package org.icecore.app.desktop;

import java.util.List;
import org.icecore.workbench.StandardCommands;
import org.icecore.workbench.WorkbenchContributions;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.command.KeyBinding;

/// Takes down commands for the workbench, each with its keys and with what it does.
///
/// @param builder where they go
record CommandList(WorkbenchContributions.Builder builder) {
    static Command command(
            String id, String category, String title, String description, String icon) {
        return Command.of(id, category, title, description).withIcon(icon);
    }

    void add(String keys, Command command, Handler handler) {
        add(command, handler);
        builder.key(keys, command.id());
    }

    /// Without a key, or with one that is taken down by itself.
    void add(Command command, Handler handler) {
        builder.command(command, handler);
    }

    /// Without a handler: the parts that know what to do handle it while they are active.
    void add(Command command) {
        builder.command(command);
    }

    void keys(List<KeyBinding> bindings) {
        bindings.forEach(key -> builder.key(key.keys().toString(), key.commandId()));
    }

    /// Shows a view.
    ///
    /// @param stroke the second; all views share the first
    void viewKey(String stroke, String view) {
        builder.key("alt+shift+q " + stroke, StandardCommands.showView(view));
        builder.key("shortcut+shift+q " + stroke, StandardCommands.showView(view));
    }
}
