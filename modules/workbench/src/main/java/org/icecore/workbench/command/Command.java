package org.icecore.workbench.command;

import java.util.Optional;

/// A named intent: what a menu, a key or Quick Access can ask for.
///
/// @param id stable and dotted, such as `file.open`; remembered in preferences, so never reused for something else
/// @param title sentence or title case as menus show it, with a trailing `...` when it asks something first
/// @param description one sentence, shown in tooltips and in the list of keys
/// @param icon a name for [org.icecore.workbench.icon.Icons], if it has one
/// @param category the group under which the list of keys and Quick Access show it
public record Command(
        String id, String title, String description, Optional<String> icon, String category) {
    public Command {
        if (!id.matches("[a-z0-9]+([.-][A-Za-z0-9_-]+)+")) {
            throw new IllegalArgumentException("not a command id: " + id);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("command without a title: " + id);
        }
    }

    /// A command without an icon.
    public static Command of(String id, String category, String title, String description) {
        return new Command(id, title, description, Optional.empty(), category);
    }

    /// The same command with an icon.
    public Command withIcon(String name) {
        return new Command(id, title, description, Optional.of(name), category);
    }
}
