package org.icecore.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.MappingComparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.app.cli.DiffCommand.Telling;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;

/// Writes a comparison for a reader: summary, tasks, container, what is not covered.
record DiffText(PrintWriter out, int width) {

    void print(Telling telling) {
        var comparison = telling.comparison();
        side("before", comparison.before());
        side("after ", comparison.after());
        out.println("  " + comparison.match().relation().label());
        out.println();
        summary(comparison);
        var wanted = telling.pid();
        var tasks =
                comparison.tasks().stream()
                        .filter(task -> wanted.isEmpty() || wanted.get().equals(task.pid()))
                        .toList();
        list(tasks);
        var changes =
                telling.changes().stream()
                        .filter(change -> change.task().isPresent())
                        .collect(Collectors.groupingBy(change -> change.task().orElseThrow()));
        tasks.forEach(task -> task(telling, task, changes.getOrDefault(task.pid(), List.of())));
        if (wanted.isEmpty()) {
            container(
                    telling.changes().stream().filter(change -> change.task().isEmpty()).toList());
        }
        comparison.coverage().gaps().forEach(gap -> told("not covered: ", gap));
        comparison.coverage().limits().forEach(limit -> told("never covered: ", limit));
    }

    private void told(String what, String sentence) {
        out.println(Wrapping.hanging(what, Printable.text(sentence), width));
    }

    private void side(String name, Checkpoint checkpoint) {
        var written =
                checkpoint
                        .written()
                        .found()
                        .map(moment -> "written " + CellText.moment(moment))
                        .orElse("of unknown time");
        out.println(
                Wrapping.hanging(
                        name + "  ",
                        Printable.text(
                                "%s, %s: %s"
                                        .formatted(
                                                checkpoint.title(),
                                                written,
                                                checkpoint.archive().path())),
                        width));
    }

    private void summary(Comparison comparison) {
        out.println("Summary");
        var summary = comparison.summary();
        if (comparison.isEmpty()) {
            out.println("  No change.");
        }
        for (var line : summary.lines()) {
            out.println(
                    "  %-12s +%d -%d ~%d%s"
                            .formatted(
                                    line.kind().label(),
                                    line.added(),
                                    line.removed(),
                                    line.changed(),
                                    line.unknown() == 0 ? "" : " ?" + line.unknown()));
        }
        var memory = summary.memory();
        out.println(
                Wrapping.hanging(
                        "  ",
                        "of memory, %s were compared: %s on %s changed; %s only after, %s only before, %s not comparable"
                                .formatted(
                                        CellText.size(memory.bytesCompared()),
                                        CellText.size(memory.bytesChanged()),
                                        Counted.of(memory.pagesChanged(), "page"),
                                        CellText.size(memory.bytesAdded()),
                                        CellText.size(memory.bytesRemoved()),
                                        CellText.size(memory.bytesNotComparable())),
                        width));
        out.println();
    }

    private void list(List<TaskComparison> tasks) {
        out.println("Tasks");
        for (var task : tasks) {
            out.println(
                    Wrapping.hanging(
                            "  %s %6s  ".formatted(sign(task.fate()), task.pid()),
                            Printable.text(title(task)),
                            width));
        }
        out.println();
    }

    static char sign(TaskComparison.Fate fate) {
        return switch (fate) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case REPLACED, CHANGED -> '~';
            case UNCHANGED -> '=';
            case UNKNOWN -> '?';
        };
    }

    private static String title(TaskComparison task) {
        return task.after().or(task::before).map(Task::title).orElse("");
    }

    private void task(Telling telling, TaskComparison task, List<Change> changes) {
        if (changes.isEmpty() && !telling.unchanged() && !telling.ranges()) {
            return;
        }
        out.println(
                Wrapping.hanging(
                        "Task %s ".formatted(task.pid()),
                        Printable.text(
                                "%s: %s; %s"
                                        .formatted(
                                                title(task), task.fate().label(), task.reason())),
                        width));
        changes.forEach(this::change);
        var contents = new TaskContents(out, width);
        switch (task.fate()) {
            case ADDED -> contents.print('+', telling.comparison().after(), task.after());
            case REMOVED -> contents.print('-', telling.comparison().before(), task.before());
            case UNKNOWN -> {
                contents.print('?', telling.comparison().before(), task.before());
                contents.print('?', telling.comparison().after(), task.after());
            }
            case REPLACED, CHANGED, UNCHANGED -> {
                if (telling.unchanged()) {
                    contents.printUnchanged(telling.comparison(), task);
                }
            }
        }
        out.println();
        mappings(telling.comparison(), task);
        if (telling.ranges()) {
            new MemoryLines(out, width, telling.most()).print(task);
        }
    }

    /// What became of the pages of each mapping.
    private void mappings(Comparison comparison, TaskComparison task) {
        if (task.mappings().stream().noneMatch(MappingComparison::differs)) {
            return;
        }
        var table =
                comparison
                        .mappingTable(task)
                        .where(MappingComparison::differs)
                        .titled("Mappings of task %s that differ".formatted(task.pid()))
                        .with(
                                "mark",
                                "range",
                                "mapping",
                                "pagesChanged",
                                "pagesAdded",
                                "pagesRemoved",
                                "pagesOneSided",
                                "bytesChanged");
        new TextTable(out, width, false).print(table);
    }

    private void container(List<Change> changes) {
        out.println("Container");
        changes.forEach(this::change);
        if (changes.isEmpty()) {
            out.println("  No change.");
        }
        out.println();
    }

    private void change(Change change) {
        out.println(
                Wrapping.hanging(
                        "  %s %-14s ".formatted(change.mark().sign(), change.kind().label()),
                        Printable.text(line(change)),
                        width));
    }

    private static String line(Change change) {
        var what =
                change.aspect().isEmpty()
                        ? change.subject()
                        : change.subject() + ", " + change.aspect();
        var value =
                switch (change) {
                    case Change.Added added -> added.second().text();
                    case Change.Removed removed -> removed.first().text();
                    case Change.Unknown unknown ->
                            "%s %s"
                                    .formatted(
                                            unknown.inFirst() ? "before:" : "after:",
                                            unknown.held().text());
                    case Change.Changed changed ->
                            "%s -> %s".formatted(changed.first().text(), changed.second().text());
                };
        return (value.isEmpty() || value.equals(what) ? what : what + ": " + value) + note(change);
    }

    private static String note(Change change) {
        var place =
                change instanceof Change.Removed removed
                        ? removed.proof().map(at -> ", at %s".formatted(at)).orElse("")
                        : "";
        return change.note().isEmpty() ? "" : " (%s%s)".formatted(change.note(), place);
    }
}
