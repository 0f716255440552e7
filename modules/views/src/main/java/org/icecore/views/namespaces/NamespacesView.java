package org.icecore.views.namespaces;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.analysis.content.KernelObjects;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.MenuItem;

/// Namespaces and other kernel objects, each with the tasks that use it.
public final class NamespacesView {
    /// Its id.
    public static final String ID = "namespaces";

    private NamespacesView() {}

    /// The view.
    ///
    /// @param showProperties brings the properties of what is selected to the front
    public static QuestionView<SharedObject> of(
            CheckpointQuestion.Sight sight, Runnable showProperties) {
        return new CheckpointQuestion<>(
                        "namespaces",
                        SharedObjects::of,
                        "The checkpoint does not say which namespaces its tasks use.")
                .view(look(), sight, (_, _) -> showProperties.run(), List.of());
    }

    private static GridLook<SharedObject> look() {
        return GridLook.<SharedObject>of(
                        ID, "Namespaces", List.of("what", "id", "whose", "tasks", "holders"))
                .withWidths(
                        Map.of("what", 260, "id", 60, "whose", 190, "tasks", 64, "holders", 480))
                .withIcon("what", row -> Optional.of(icon(row)))
                .withTree(table -> SharedObjects.tree(table.rows()))
                .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY));
    }

    private static String icon(SharedObject row) {
        return switch (row) {
            case SharedObject.Use _ -> "task-alive";
            case SharedObject.Whole whole ->
                    KernelObjects.isNamespace(whole.kind()) ? "namespace" : "mapping-shared";
        };
    }
}
