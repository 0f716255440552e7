package org.icecore.workbench;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.KeyBinding;
import org.icecore.workbench.command.KeyBindings;
import org.icecore.workbench.part.View;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// All commands with their keys. Enter runs a command.
final class KeysView implements View {
    static final String ID = "keys";

    private final DenseTable<Command> table;

    KeysView(WorkbenchServices services) {
        var keys = services.keys();
        table =
                new DenseTable<>(
                        TableSetup.of(
                                ID,
                                "Keys",
                                List.of(
                                        Column.<Command>text(
                                                "keys",
                                                "Keys",
                                                140,
                                                command -> text(keys, command)),
                                        Column.<Command>text(
                                                        "command", "Command", 200, Command::title)
                                                .withIcon(Command::icon),
                                        Column.text("category", "Category", 100, Command::category),
                                        Column.text(
                                                "description",
                                                "Description",
                                                420,
                                                Command::description),
                                        Column.<Command>text("id", "Id", 200, Command::id)
                                                .monospaced()),
                                services.menus(),
                                services.icons(),
                                services.preferences()));
        table.onOpen(command -> services.commands().execute(command.id()));
        table.show(services.commands().all());
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void focus() {
        table.focusRows();
    }

    /// All keys of a command: `Ctrl+L, Ctrl+G`.
    static String text(KeyBindings keys, Command command) {
        return keys.all().stream()
                .filter(binding -> binding.commandId().equals(command.id()))
                .map(KeyBinding::keys)
                .distinct()
                .map(keys::display)
                .collect(Collectors.joining(", "));
    }
}
