package org.icecore.workbench.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What stands in a menu, a tool bar or a context menu, by command id.
public sealed interface MenuItem {
    /// The command of that id. An id that is not registered is left out, so that a menu may name optional commands.
    record Invoke(String commandId) implements MenuItem {}

    /// A line between groups. Doubled, leading and trailing lines are not shown.
    record Separator() implements MenuItem {}

    /// Something of a list that changes, such as of recent files; whoever lists it offers it in Quick Access, too.
    ///
    /// @param enabled whether it can be chosen now
    record Listed(String title, String icon, boolean enabled, Runnable deed) implements MenuItem {}

    /// A menu in a menu, or a menu of the menu bar. Its items are asked for each time it opens.
    record Submenu(String title, Supplier<List<MenuItem>> items) implements MenuItem {}

    /// The command of that id.
    static MenuItem invoke(String commandId) {
        return new Invoke(commandId);
    }

    /// A line between groups.
    static MenuItem separator() {
        return new Separator();
    }

    /// A menu with fixed items.
    static Submenu menu(String title, List<MenuItem> items) {
        var fixed = List.copyOf(items);
        return new Submenu(title, () -> fixed);
    }

    /// A list of items from command ids, where `-` stands for a line between groups.
    static List<MenuItem> list(String... commandIdsOrDash) {
        return Stream.of(commandIdsOrDash)
                .map(id -> id.equals("-") ? separator() : invoke(id))
                .toList();
    }
}
