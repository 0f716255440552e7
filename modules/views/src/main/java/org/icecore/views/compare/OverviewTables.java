package org.icecore.views.compare;

import java.util.List;
import java.util.Map;
import org.icecore.analysis.compare.MemoryComparison;
import org.icecore.analysis.compare.Summary;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.task.Task;
import org.icecore.views.result.Headers;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.table.Column;
import org.icecore.workbench.table.DenseTable;
import org.icecore.workbench.table.TableSetup;

/// The two tables of the overview.
final class OverviewTables {
    private OverviewTables() {}

    static DenseTable<Summary.Line> kinds(WorkbenchServices services) {
        var table =
                new DenseTable<>(
                        TableSetup.of(
                                "compare-kinds",
                                "Changes by kind",
                                List.of(
                                        Column.<Summary.Line>text(
                                                "kind", "Kind", 110, line -> line.kind().label()),
                                        count("added", "+", "ink-added", Summary.Line::added),
                                        count("removed", "-", "ink-removed", Summary.Line::removed),
                                        count("changed", "~", "ink-changed", Summary.Line::changed),
                                        count(
                                                "unknown",
                                                "?",
                                                "ink-not-captured",
                                                Summary.Line::unknown)),
                                services.menus(),
                                services.icons(),
                                services.preferences()));
        Headers.explain(
                table.control().getColumns(),
                Map.of(
                        "added", "Added: in the second checkpoint alone",
                        "removed", "Removed: in the first checkpoint alone",
                        "changed", "Changed: in both, with other values",
                        "unknown",
                                "Unknown: in one of them, while the other has lost what would tell, or never holds it"));
        return table;
    }

    private static Column<Summary.Line, Long> count(
            String id,
            String title,
            String ink,
            java.util.function.Function<Summary.Line, Long> value) {
        return Column.<Summary.Line, Long>number(id, title, 62, value)
                .shownAs(OverviewTables::orNothing)
                .withInk(_ -> java.util.Optional.of(ink));
    }

    static DenseTable<TaskComparison> tasks(WorkbenchServices services) {
        var table =
                new DenseTable<>(
                        TableSetup.of(
                                        "compare-tasks",
                                        "Tasks before and after",
                                        List.of(
                                                Column.<TaskComparison, Integer>number(
                                                        "pid",
                                                        "Pid",
                                                        52,
                                                        task -> task.pid().value()),
                                                Column.<TaskComparison>text(
                                                                "task",
                                                                "Task",
                                                                170,
                                                                task ->
                                                                        task.after()
                                                                                .or(task::before)
                                                                                .map(Task::title)
                                                                                .orElse(""))
                                                        .withTooltip(
                                                                task ->
                                                                        task.after()
                                                                                .or(task::before)
                                                                                .map(Task::title)
                                                                                .orElse("")),
                                                Column.<TaskComparison>text(
                                                                "fate",
                                                                "Fate",
                                                                84,
                                                                task -> task.fate().label())
                                                        .withTooltip(TaskComparison::reason),
                                                Column.<TaskComparison, Long>number(
                                                                "changes",
                                                                "Changes",
                                                                70,
                                                                task -> (long) task.changed())
                                                        .shownAs(OverviewTables::orNothing),
                                                Column.<TaskComparison, Long>number(
                                                                "pages",
                                                                "Pages",
                                                                64,
                                                                task -> memory(task, true))
                                                        .shownAs(OverviewTables::orNothing),
                                                Column.<TaskComparison, Long>number(
                                                                "bytes",
                                                                "Bytes",
                                                                84,
                                                                task -> memory(task, false))
                                                        .shownAs(OverviewTables::orNothing)),
                                        services.menus(),
                                        services.icons(),
                                        services.preferences())
                                .withMarks(task -> Marks.of(task.fate())));
        Headers.explain(
                table.control().getColumns(),
                Map.of(
                        "fate",
                                "What became of the task: the tooltip of a row tells by what evidence",
                        "changes",
                                "Changes of the task, those of its memory too; what cannot be told is none",
                        "pages", "Pages of its memory of which a byte changed",
                        "bytes", "Bytes of its memory that changed"));
        return table;
    }

    private static long memory(TaskComparison task, boolean pages) {
        return task.memory()
                .map(MemoryComparison::counts)
                .map(counts -> pages ? counts.pagesChanged() : counts.bytesChanged())
                .orElse(0L);
    }

    private static String orNothing(long count) {
        return count == 0 ? "" : "%,d".formatted(count);
    }
}
