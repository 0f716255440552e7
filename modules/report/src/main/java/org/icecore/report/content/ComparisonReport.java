package org.icecore.report.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;
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
        Bounds bounds,
        Extent extent) {

    /// The whole report.
    public ComparisonReport(
            Comparison comparison,
            Exhibit before,
            Exhibit after,
            Tool tool,
            Instant created,
            Bounds bounds) {
        this(comparison, before, after, tool, created, bounds, Extent.WHOLE);
    }

    /// Reads what the report says; both checkpoints must be open.
    public Report report() {
        var sections = new ArrayList<Section>();
        sections.add(summary());
        sections.add(tasks());
        sections.add(
                new Section(
                        "Changes of the container", "container", containerChanges(), List.of()));
        sections.add(changes());
        switch (extent) {
            case WHOLE -> {
                sections.add(describe(before, "before").all("The checkpoint before"));
                sections.add(describe(after, "after").all("The checkpoint after"));
            }
            case CHANGES_ONLY -> {
                sections.add(describe(before, "before").briefly("The checkpoint before"));
                sections.add(describe(after, "after").briefly("The checkpoint after"));
            }
        }
        sections.add(Section.of("Changes of archive members", "members", memberChanges()));
        sections.add(AcquisitionSection.ofBoth(before, after, extent, bounds));
        sections.addFirst(
                new ComparisonScope(comparison, before, after, extent, bounds).section(sections));
        return new Report(
                switch (extent) {
                    case WHOLE -> "Container checkpoint comparison";
                    case CHANGES_ONLY -> "Container checkpoint comparison, changes only";
                },
                subject(),
                "en",
                tool,
                created,
                facts(),
                sections);
    }

    /// `shop: before.tar and after.tar`; each with its own name where there are two.
    private String subject() {
        var old = before.checkpoint().container().title();
        var now = after.checkpoint().container().title();
        return old.equals(now)
                ? "%s: %s and %s".formatted(now, before.name(), after.name())
                : "%s: %s and %s: %s".formatted(old, before.name(), now, after.name());
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        comparison.warning().map(words -> Fact.of("Caution", words)).ifPresent(facts::add);
        facts.addAll(TitleFacts.of("Before: ", before));
        facts.addAll(TitleFacts.of("After: ", after));
        return facts;
    }

    private ExhibitSections describe(Exhibit exhibit, String prefix) {
        return new ExhibitSections(exhibit, prefix, bounds);
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
                                                Long.toString(line.changed()),
                                                Long.toString(line.unknown())))
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
                                Column.number("~ changed"),
                                Column.number("? unknown")),
                        rows));
        blocks.add(
                FactList.of(
                        Fact.of("Memory compared", CellText.exactBytes(memory.bytesCompared())),
                        Fact.of(
                                "of it changed",
                                "%s on %s"
                                        .formatted(
                                                CellText.exactBytes(memory.bytesChanged()),
                                                Counted.of(memory.pagesChanged(), "page"))),
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
        var told =
                comparison.tasks().stream()
                        .filter(
                                task ->
                                        extent == Extent.WHOLE
                                                || task.fate() != TaskComparison.Fate.UNCHANGED)
                        .toList();
        var sections = changed().stream().map(ComparisonReport::anchor).collect(Collectors.toSet());
        var rows = told.stream().limit(bounds.rows()).map(task -> row(task, sections)).toList();
        return Section.of(
                "Tasks",
                "tasks",
                List.of(
                        Table.of(
                                        extent == Extent.WHOLE
                                                ? "Tasks of both checkpoints"
                                                : "Tasks that came, went or changed",
                                        List.of(
                                                Column.number("Pid"),
                                                Column.word("Comm"),
                                                Column.word("Fate"),
                                                Column.number("Changes"),
                                                Column.quoted("Command line", 5)),
                                        rows)
                                .omitting(told.size() - rows.size())));
    }

    /// @param sections anchors that a link can lead to
    private static Row row(TaskComparison task, Set<String> sections) {
        var shown = task.after().or(task::before).orElseThrow();
        var pid = task.pid().toString();
        return Row.of(
                mark(task.fate()),
                sections.contains(anchor(task)) ? Text.link(pid, anchor(task)) : Text.of(pid),
                Text.of(shown.comm()),
                Text.of(task.fate().label()),
                Text.of(Integer.toString(task.changed())),
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
            case UNKNOWN -> Mark.UNKNOWN;
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
                : List.of(new ChangeTables(bounds).of("Changes of the container", changes));
    }

    /// Images differ in size whenever what they hold differs: for whoever re-checks the archives, not for the reader.
    private List<Block> memberChanges() {
        var changes =
                comparison.changes().stream()
                        .filter(change -> change.kind() == ChangeKind.MEMBER)
                        .toList();
        return changes.isEmpty()
                ? List.of(Paragraph.of("Both archives have the same members of the same sizes."))
                : List.of(
                        new ChangeTables(bounds)
                                .of("Members that were added, removed or differ in size", changes));
    }

    /// The tasks that have a section of their own.
    private List<TaskComparison> changed() {
        return comparison.tasks().stream()
                .filter(task -> !task.changes().isEmpty())
                .limit(bounds.tasks())
                .toList();
    }

    private Section changes() {
        var shown = changed();
        var left =
                comparison.tasks().stream().filter(task -> !task.changes().isEmpty()).count()
                        - shown.size();
        return new Section(
                "Changes by task",
                "changes",
                left == 0
                        ? List.of()
                        : List.of(
                                Note.of(
                                        Note.Kind.COVERAGE,
                                        Counted.of(
                                                left,
                                                "more task with changes has no section of its own here.",
                                                "more tasks with changes have no section of their own here."))),
                shown.stream().map(this::changes).toList());
    }

    private List<Block> memory(String side, Checkpoint checkpoint, Task task) {
        return new TaskMemory(side, checkpoint, task, bounds).blocks();
    }

    private Section changes(TaskComparison task) {
        var shown = task.after().or(task::before).orElseThrow();
        var blocks = new ArrayList<Block>();
        blocks.add(
                FactList.of(
                        Fact.quoted("Command line", shown.title()),
                        Fact.of("Fate", task.fate().label()),
                        Fact.of("Why so", task.reason())));
        var named =
                task.changes().stream()
                        .filter(change -> change.kind() != ChangeKind.MEMORY)
                        .toList();
        if (!named.isEmpty()) {
            blocks.add(
                    new ChangeTables(bounds).of("Changes of task %s".formatted(task.pid()), named));
        }
        blocks.addAll(new ChangedMappings(task, bounds).blocks());
        blocks.addAll(new MemoryExcerpts(task, bounds).blocks());
        switch (task.fate()) {
            case ADDED, REPLACED ->
                    task.after()
                            .ifPresent(
                                    now -> blocks.addAll(memory("after", comparison.after(), now)));
            case REMOVED ->
                    task.before()
                            .ifPresent(
                                    old ->
                                            blocks.addAll(
                                                    memory("before", comparison.before(), old)));
            case UNKNOWN -> {
                task.before()
                        .ifPresent(
                                old -> blocks.addAll(memory("before", comparison.before(), old)));
                task.after()
                        .ifPresent(now -> blocks.addAll(memory("after", comparison.after(), now)));
            }
            case CHANGED, UNCHANGED -> {
                // The bytes of both sides are compared.
            }
        }
        return Section.of(
                "Task %s %s: %s".formatted(task.pid(), shown.comm(), task.fate().label()),
                anchor(task),
                blocks);
    }
}
