package org.icecore.views.filters;

import java.util.List;
import java.util.Optional;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.Commands;

/// Filters of system calls and of sockets, below each its instructions. Enter shows the bytes of the program.
public final class FiltersView {
    /// Its id.
    public static final String ID = "filters";

    private FiltersView() {}

    /// The view.
    public static QuestionView<FilterRow> of(CheckpointQuestion.Sight sight, Commands commands) {
        return new CheckpointQuestion<>(
                        "filters",
                        FilterTree::of,
                        "No thread is under a seccomp filter, and no socket has a filter.")
                .view(
                        look(),
                        sight,
                        (_, _) -> commands.execute(BenchCommands.REVEAL_IN_IMAGE),
                        List.of(BenchCommands.REVEAL_IN_IMAGE));
    }

    private static GridLook<FilterRow> look() {
        return GridLook.<FilterRow>laidOut(
                        ID, "Filters", "filter 140, program 520, users 220, previous 104, flags 80")
                .withIcon("filter", FiltersView::icon)
                .withTree(table -> FilterTree.tree(table.rows()));
    }

    private static Optional<String> icon(FilterRow row) {
        return switch (row) {
            case FilterRow.Program(var filter) ->
                    Optional.of(filter.kind().equals("socket") ? "socket" : "filters");
            case FilterRow.Line _ -> Optional.empty();
        };
    }
}
