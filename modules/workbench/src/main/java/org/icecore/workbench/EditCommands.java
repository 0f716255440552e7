package org.icecore.workbench;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.EditTarget;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.table.CopyFormat;
import org.icecore.workbench.table.DenseRows;

/// Copy and Select All, as tables, trees, text fields and each [EditTarget] understand them. Parts of other content bring
/// their own handlers.
final class EditCommands {
    private final WorkbenchServices services;

    EditCommands(WorkbenchServices services) {
        this.services = services;
    }

    void register() {
        add(
                StandardCommands.COPY,
                "Copy",
                "Copy what is selected",
                "workbench.copy",
                rows -> rows.copySelected(CopyFormat.TSV),
                TextInputControl::copy,
                EditTarget::copySelected);
        add(
                StandardCommands.SELECT_ALL,
                "Select All",
                "Select all rows or the whole text",
                "workbench.select-all",
                DenseRows::selectAll,
                TextInputControl::selectAll,
                EditTarget::selectAll);
    }

    private void add(
            String id,
            String title,
            String description,
            String icon,
            Consumer<DenseRows> ofRows,
            Consumer<TextInputControl> ofText,
            Consumer<EditTarget> ofOthers) {
        services.commands()
                .register(
                        Command.of(id, "Edit", title, description).withIcon(icon),
                        Handler.of(
                                () -> {
                                    services.focused()
                                            .get()
                                            .flatMap(EditCommands::text)
                                            .ifPresent(ofText);
                                    services.focused()
                                            .get()
                                            .flatMap(EditCommands::rows)
                                            .ifPresent(ofRows);
                                    services.focused()
                                            .get()
                                            .flatMap(EditCommands::other)
                                            .ifPresent(ofOthers);
                                },
                                services.focused()
                                        .map(
                                                node ->
                                                        node.filter(EditCommands::hasSelection)
                                                                .isPresent())));
    }

    private static Optional<TextInputControl> text(Node node) {
        return node instanceof TextInputControl field ? Optional.of(field) : Optional.empty();
    }

    private static Optional<DenseRows> rows(Node node) {
        return text(node).isPresent() ? Optional.empty() : DenseRows.around(node);
    }

    private static Optional<EditTarget> other(Node node) {
        return text(node).isPresent() || rows(node).isPresent()
                ? Optional.empty()
                : EditTarget.around(node);
    }

    private static boolean hasSelection(Node node) {
        return text(node).isPresent() || rows(node).isPresent() || other(node).isPresent();
    }
}
