package org.icecore.report.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.Mark;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Report;
import org.icecore.report.Row;
import org.icecore.report.Section;
import org.icecore.report.Span;
import org.icecore.report.Table;
import org.icecore.report.Text;
import org.icecore.report.Tool;

/// The report on what changed between two checkpoints.
public record ComparisonReport(
        Comparison comparison,
        Exhibit before,
        Exhibit after,
        Tool tool,
        Instant created,
        Bounds bounds) {

    /// Reads what the report says; both checkpoints must be open.
    public Report report() {
        var facts = new ArrayList<Fact>();
        facts.addAll(TitleFacts.of("Before: ", before));
        facts.addAll(TitleFacts.of("After: ", after));
        return new Report(
                "Container checkpoint comparison",
                "%s: %s and %s"
                        .formatted(
                                after.checkpoint().container().title(),
                                before.name(),
                                after.name()),
                "en",
                tool,
                created,
                facts,
                List.of(
                        scope(),
                        summary(),
                        tasks(),
                        new Section(
                                "Changes of the container",
                                "container",
                                containerChanges(),
                                List.of()),
                        new Section("Changes by task", "changes", List.of(), changedTasks()),
                        new ExhibitSections(before, "before", bounds).all("The checkpoint before"),
                        new ExhibitSections(after, "after", bounds).all("The checkpoint after"),
                        Section.of("Changes of archive members", "members", memberChanges())));
    }

    private Section scope() {
        var blocks = new ArrayList<Block>();
        var match = comparison.match();
        var reasons =
                "%s. %s".formatted(String.join(". ", match.reasons()), match.orderReason()).strip();
        blocks.add(
                match.needsWarning()
                        ? Note.of(
                                Note.Kind.CAUTION,
                                "The two archives are of %s. %s"
                                        .formatted(match.relation().label(), reasons))
                        : Paragraph.of(
                                "The two archives are of %s. %s"
                                        .formatted(match.relation().label(), reasons)));
        blocks.add(Note.of(Note.Kind.COVERAGE, Limits.OF_A_CHECKPOINT));
        comparison
                .coverage()
                .limits()
                .forEach(limit -> blocks.add(Note.of(Note.Kind.COVERAGE, limit)));
        var gaps = comparison.coverage().gaps();
        gaps.stream()
                .limit(bounds.rows())
                .forEach(gap -> blocks.add(Note.of(Note.Kind.COVERAGE, gap)));
        if (gaps.size() > bounds.rows()) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            "%,d more limits of this kind are left out here."
                                    .formatted(gaps.size() - bounds.rows())));
        }
        if (comparison.tasks().stream().anyMatch(ComparisonReport::isOnOneSide)) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            "Memory of tasks that came, went or became another program is not quoted in this report."));
        }
        return Section.of("Scope and limits", "scope", blocks);
    }

    private static boolean isOnOneSide(TaskComparison task) {
        return switch (task.fate()) {
            case ADDED, REMOVED, REPLACED -> true;
            case CHANGED, UNCHANGED -> false;
        };
    }

    private Section summary() {
        var summary = comparison.summary();
        var rows =
                summary.lines().stream()
                        .map(
                                line ->
                                        Row.of(
                                                line.kind().label(),
                                                Long.toString(line.added()),
                                                Long.toString(line.removed()),
                                                Long.toString(line.changed())))
                        .toList();
        var memory = summary.memory();
        var blocks = new ArrayList<Block>();
        if (comparison.isEmpty()) {
            blocks.add(Paragraph.of("No difference was found."));
        }
        blocks.add(
                Table.of(
                        "Changes by kind",
                        List.of(
                                Column.text("Kind", 3),
                                Column.number("+ added"),
                                Column.number("- removed"),
                                Column.number("~ changed")),
                        rows));
        blocks.add(
                FactList.of(
                        Fact.of("Memory compared", CellText.exactBytes(memory.bytesCompared())),
                        Fact.of(
                                "of it changed",
                                "%s on %,d pages"
                                        .formatted(
                                                CellText.exactBytes(memory.bytesChanged()),
                                                memory.pagesChanged())),
                        Fact.of("mapped only after", CellText.exactBytes(memory.bytesAdded())),
                        Fact.of("mapped only before", CellText.exactBytes(memory.bytesRemoved())),
                        Fact.of(
                                "not comparable: in one checkpoint only",
                                CellText.exactBytes(memory.bytesOneSided())),
                        Fact.of(
                                "not comparable: in neither checkpoint",
                                CellText.exactBytes(memory.bytesUnknown()))));
        return Section.of("Summary of changes", "summary", blocks);
    }

    private Section tasks() {
        var rows = comparison.tasks().stream().map(this::row).toList();
        return Section.of(
                "Tasks",
                "tasks",
                List.of(
                        Table.of(
                                "Tasks of both checkpoints",
                                List.of(
                                        Column.number("Pid"),
                                        Column.word("Comm"),
                                        Column.word("Fate"),
                                        Column.number("Changes"),
                                        Column.quoted("Command line", 5)),
                                rows)));
    }

    private Row row(TaskComparison task) {
        var shown = task.after().or(task::before).orElseThrow();
        var pid = task.pid().toString();
        return Row.of(
                mark(task.fate()),
                task.changes().isEmpty() ? Text.of(pid) : Text.of(new Span.Link(pid, anchor(task))),
                Text.of(shown.comm()),
                Text.of(task.fate().label()),
                Text.of(Integer.toString(task.changes().size())),
                Text.of(shown.title()));
    }

    private static String anchor(TaskComparison task) {
        return "changes-task-" + task.pid();
    }

    private static Mark mark(TaskComparison.Fate fate) {
        return switch (fate) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case REPLACED, CHANGED -> Mark.CHANGED;
            case UNCHANGED -> Mark.NONE;
        };
    }

    private List<Block> containerChanges() {
        var changes =
                comparison.changes().stream()
                        .filter(
                                change ->
                                        change.task().isEmpty()
                                                && change.kind() != ChangeKind.MEMBER)
                        .toList();
        return changes.isEmpty()
                ? List.of(Paragraph.of("Nothing that belongs to the container as a whole changed."))
                : List.of(table("Changes of the container", changes));
    }

    /// Images differ in size whenever what they hold differs: for whoever re-checks the archives, not for the reader.
    private List<Block> memberChanges() {
        var changes =
                comparison.changes().stream()
                        .filter(change -> change.kind() == ChangeKind.MEMBER)
                        .toList();
        return changes.isEmpty()
                ? List.of(Paragraph.of("Both archives have the same members of the same sizes."))
                : List.of(table("Members that were added, removed or differ in size", changes));
    }

    private List<Section> changedTasks() {
        return comparison.tasks().stream()
                .filter(task -> !task.changes().isEmpty())
                .map(
                        task -> {
                            var shown = task.after().or(task::before).orElseThrow();
                            var blocks = new ArrayList<Block>();
                            blocks.add(
                                    Paragraph.of("%s. %s".formatted(shown.title(), task.reason())));
                            var named =
                                    task.changes().stream()
                                            .filter(change -> change.kind() != ChangeKind.MEMORY)
                                            .toList();
                            if (!named.isEmpty()) {
                                blocks.add(
                                        table("Changes of task %s".formatted(task.pid()), named));
                            }
                            blocks.addAll(new MemoryExcerpts(task, bounds).blocks());
                            return Section.of(
                                    "Task %s %s: %s"
                                            .formatted(
                                                    task.pid(), shown.comm(), task.fate().label()),
                                    anchor(task),
                                    blocks);
                        })
                .toList();
    }

    private Table table(String caption, List<Change> changes) {
        var rows = changes.stream().limit(bounds.rows()).map(ComparisonReport::row).toList();
        return Table.of(
                        caption,
                        List.of(
                                Column.word("Kind"),
                                Column.quoted("What", 4),
                                Column.quoted("Before", 3),
                                Column.quoted("After", 3)),
                        rows)
                .omitting(changes.size() - rows.size());
    }

    private static Row row(Change change) {
        var what =
                change.aspect().isEmpty()
                        ? change.subject()
                        : "%s: %s".formatted(change.subject(), change.aspect());
        var noted = change.note().isEmpty() ? what : "%s (%s)".formatted(what, change.note());
        var row =
                Row.of(
                        switch (change.mark()) {
                            case ADDED -> Mark.ADDED;
                            case REMOVED -> Mark.REMOVED;
                            case CHANGED -> Mark.CHANGED;
                        },
                        change.kind().label(),
                        noted,
                        change.before().map(side -> side.text()).orElse(""),
                        change.after().map(side -> side.text()).orElse(""));
        var at = change.after().or(change::before).flatMap(side -> side.at());
        return at.map(place -> row.at(place.toString())).orElse(row);
    }
}
