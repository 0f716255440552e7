package org.icecore.workbench;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;

/// Shows the context menu of the control that has the key focus. Not every platform asks for it by Shift+F10, and not
/// every keyboard has a key of its own for it.
final class ContextMenuCommand {
    private static final double OFFSET = 24;

    private final WorkbenchServices services;

    ContextMenuCommand(WorkbenchServices services) {
        this.services = services;
    }

    void register() {
        services.commands()
                .register(
                        Command.of(
                                        StandardCommands.CONTEXT_MENU,
                                        "Edit",
                                        "Context Menu",
                                        "Show what can be done with what is selected")
                                .withIcon("workbench.part-menu"),
                        Handler.of(
                                () -> services.focused().get().ifPresent(ContextMenuCommand::ask),
                                services.focused().map(node -> node.isPresent())));
    }

    private static void ask(Node node) {
        var at = node.localToScreen(OFFSET, OFFSET);
        if (at != null) {
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            OFFSET,
                            OFFSET,
                            at.getX(),
                            at.getY(),
                            true,
                            null));
        }
    }
}
