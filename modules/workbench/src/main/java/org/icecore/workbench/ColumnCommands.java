package org.icecore.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.quickaccess.QuickAccessItem;
import org.icecore.workbench.quickaccess.QuickAccessProvider;
import org.icecore.workbench.table.DenseRows;

/// What can be done with the columns of the table that has the key focus, or had it before a menu or Quick Access got
/// it.
final class ColumnCommands {
    private final WorkbenchServices services;

    ColumnCommands(WorkbenchServices services) {
        this.services = services;
    }

    void register() {
        add(
                Command.of(
                                StandardCommands.CHOOSE_COLUMNS,
                                "Table",
                                "Choose Columns...",
                                "Choose which columns of the active table show")
                        .withIcon("workbench.settings"),
                rows -> rows.columns().show((Node) rows));
        add(
                Command.of(
                                StandardCommands.FIT_COLUMNS,
                                "Table",
                                "Fit Columns to the View",
                                "Give the columns of the active table the widths that fit again")
                        .withIcon("workbench.row-fitting"),
                rows -> rows.columns().fit());
    }

    /// Each column of that table, to be shown or hidden.
    QuickAccessProvider provider() {
        return QuickAccessProvider.of(
                "Columns", () -> rows().map(ColumnCommands::items).orElse(List.of()));
    }

    private void add(Command command, Consumer<DenseRows> deed) {
        services.commands()
                .register(
                        command,
                        Handler.of(
                                () -> rows().ifPresent(deed),
                                services.focused()
                                        .map(node -> node.flatMap(DenseRows::around).isPresent())));
    }

    private Optional<DenseRows> rows() {
        return services.focused().get().flatMap(DenseRows::around);
    }

    private static List<QuickAccessItem> items(DenseRows rows) {
        return rows.columns().choices().stream()
                .map(
                        choice ->
                                QuickAccessItem.of(
                                                (choice.shown() ? "Hide Column " : "Show Column ")
                                                        + choice.title(),
                                                rows.title(),
                                                choice.toggle())
                                        .withIcon("workbench.settings"))
                .toList();
    }
}
