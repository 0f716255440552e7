package org.icecore.views.mappings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.icecore.analysis.content.MappingTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.BenchSelection;
import org.icecore.views.result.CheckpointQuestion;
import org.icecore.views.result.GridLook;
import org.icecore.views.result.Question;
import org.icecore.views.result.QuestionView;
import org.icecore.workbench.command.Commands;
import org.icecore.workbench.command.MenuItem;

/// The mappings of the selected task and how much of each the checkpoint holds. Enter shows the bytes.
public final class MappingsView {
    /// Its id.
    public static final String ID = "mappings";

    private MappingsView() {}

    /// The view.
    public static QuestionView<MappingTable.Row> of(
            CheckpointQuestion.Sight sight, Commands commands) {
        var selection = sight.selection();
        return new QuestionView<>(
                new QuestionView.Part<>(
                        look(),
                        question(selection),
                        sight.marks(),
                        selection.ref(),
                        refs -> selection.select(ID, refs),
                        (_, _) -> commands.execute(BenchCommands.REVEAL_MEMORY),
                        List.of(BenchCommands.REVEAL_MEMORY),
                        sight.services(),
                        sight.jobs()));
    }

    /// What the view asks while this is selected.
    static ObservableValue<Question<MappingTable.Row>> question(BenchSelection selection) {
        return selection.ofTask(
                MappingsView::question, () -> Question.withoutTask(selection, "mappings"));
    }

    private static Question<MappingTable.Row> question(Checkpoint checkpoint, Task task) {
        return task.memory()
                .absence()
                .<Question<MappingTable.Row>>map(
                        why ->
                                new Question.Pointless<>(
                                        "Task %s has no memory here: %s"
                                                .formatted(task.pid(), why)))
                .orElseGet(
                        () ->
                                Question.ofTask(
                                        checkpoint,
                                        task,
                                        "reading the mappings of task " + task.pid(),
                                        () -> MappingTable.of(checkpoint, task),
                                        "The task has no mappings."));
    }

    private static GridLook<MappingTable.Row> look() {
        return GridLook.<MappingTable.Row>of(
                        ID,
                        "Mappings",
                        List.of(
                                "range",
                                "permissions",
                                "size",
                                "kind",
                                "name",
                                "capturedPages",
                                "sharedPages",
                                "zeroPages",
                                "notCapturedPages",
                                "offset",
                                "reason",
                                "captured",
                                "shared",
                                "zero",
                                "notCaptured"))
                .withTitles(
                        Map.of(
                                "permissions",
                                "Perms",
                                "capturedPages",
                                "Captured",
                                "sharedPages",
                                "Shared",
                                "zeroPages",
                                "Zero",
                                "notCapturedPages",
                                "Not captured",
                                "captured",
                                "Captured bytes",
                                "shared",
                                "Shared bytes",
                                "zero",
                                "Zero bytes",
                                "notCaptured",
                                "Not captured bytes"))
                .withOnDemand(Set.of("reason", "captured", "shared", "zero", "notCaptured"))
                .withWidths(
                        Map.of(
                                "range",
                                262,
                                "permissions",
                                92,
                                "size",
                                76,
                                "kind",
                                104,
                                "name",
                                300,
                                "offset",
                                84,
                                "reason",
                                260))
                .withTooltips(
                        Map.of(
                                "notCapturedPages",
                                row -> String.join("\n", row.holdings().reasons())))
                .withIcon("range", row -> Optional.of(icon(row.vma())))
                .withInks(
                        Map.of(
                                "permissions",
                                row ->
                                        row.vma().protection().execute()
                                                ? Optional.of("ink-executable")
                                                : Optional.empty()))
                .withContextMenu(MenuItem.list(BenchCommands.REVEAL_MEMORY));
    }

    /// The icon of a mapping.
    static String icon(Vma vma) {
        if (vma.protection().execute()) {
            return "mapping-exec";
        }
        return switch (vma.kind()) {
            case HEAP -> "heap";
            case STACK -> "stack";
            case ANONYMOUS -> "anonymous";
            case VDSO, VVAR, VSYSCALL -> "vdso";
            case MEMFD -> "memfd";
            case SHARED, FILE_SHARED, SYSV_SHM -> "mapping-shared";
            case SOCKET -> "socket";
            case FILE_PRIVATE, AIO_RING, SHADOW_STACK, PLUGIN, OTHER -> "mapping";
        };
    }
}
