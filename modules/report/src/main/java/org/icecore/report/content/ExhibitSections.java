package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.content.MappingTable;
import org.icecore.analysis.content.OverviewTable;
import org.icecore.analysis.content.RecoveredFileTable;
import org.icecore.analysis.content.SocketTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Task;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Row;
import org.icecore.report.Section;
import org.icecore.report.Tree;

/// The sections that describe one checkpoint by itself.
///
/// @param prefix begins the anchors of these sections
record ExhibitSections(Exhibit exhibit, String prefix, Bounds bounds) {

    private Checkpoint checkpoint() {
        return exhibit.checkpoint();
    }

    Section all(String title) {
        return new Section(
                title,
                prefix,
                List.of(Paragraph.of("What the archive %s holds.".formatted(exhibit.name()))),
                List.of(facts(), tasks(), sockets(), recovered(), perTask()));
    }

    /// Only what identifies the checkpoint and what is wrong with it.
    Section briefly(String title) {
        return new Section(
                title,
                prefix,
                List.of(
                        Paragraph.of(
                                "What identifies the archive %s, its defects, and the files that it keeps."
                                        .formatted(exhibit.name()))),
                List.of(facts(), recovered()));
    }

    private Section recovered() {
        var table = RecoveredFileTable.withDigests(checkpoint());
        return Section.of(
                "Recovered files",
                prefix + "-recovered",
                table.rows().isEmpty()
                        ? List.of(
                                Paragraph.of(
                                        "The checkpoint keeps the content of no unlinked file, of no memfd and of no file in a tmpfs."))
                        : new Tables(bounds)
                                .of(
                                        table,
                                        "Files whose content the checkpoint keeps",
                                        "name",
                                        "kind",
                                        "size",
                                        "holders",
                                        "sha256"));
    }

    private Section facts() {
        var facts =
                OverviewTable.of(checkpoint()).rows().stream()
                        .map(
                                fact -> {
                                    var one = fact(fact.title(), value(fact.value()));
                                    return fact.at().map(at -> one.at(at.toString())).orElse(one);
                                })
                        .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new FactList(facts));
        blocks.addAll(Defects.of(exhibit, bounds));
        return Section.of("Container and dump", prefix + "-container", blocks);
    }

    private static String value(Cell cell) {
        return switch (cell) {
            case Cell.Bytes(var bytes) when bytes >= 1024 ->
                    "%s (%s)".formatted(CellText.exactBytes(bytes), CellText.size(bytes));
            default -> CellText.text(cell);
        };
    }

    /// Ids and digests are one long word: letter for letter, and whole.
    private static Fact fact(String name, String value) {
        return value.length() >= 32 && value.indexOf(' ') < 0
                ? Fact.quoted(name, value)
                : Fact.of(name, value);
    }

    private Section tasks() {
        var nodes = new ArrayList<Tree.Node>();
        checkpoint().tasks().roots().forEach(root -> add(root, 0, nodes));
        var columns =
                List.of(
                        Column.exact("Pid"),
                        Column.word("Comm"),
                        Column.word("State"),
                        Column.number("Threads"),
                        Column.number("Uid"),
                        Column.quoted("Command line", 5));
        return Section.of(
                "Task tree",
                prefix + "-tasks",
                List.of(
                        Tree.of(
                                        "Tasks of %s".formatted(exhibit.name()),
                                        columns,
                                        nodes.subList(0, Math.min(nodes.size(), bounds.rows())))
                                .omitting(Math.max(0, nodes.size() - bounds.rows()))));
    }

    /// An explicit stack: a hostile tree may be as deep as it has tasks.
    private void add(Task root, int depth, List<Tree.Node> nodes) {
        var open = new ArrayList<Tree.Node>();
        var waiting = new ArrayList<Task>(List.of(root));
        var depths = new ArrayList<Integer>(List.of(depth));
        while (!waiting.isEmpty()) {
            var task = waiting.removeLast();
            int at = depths.removeLast();
            open.add(new Tree.Node(at, row(task)));
            checkpoint()
                    .tasks()
                    .children(task)
                    .reversed()
                    .forEach(
                            child -> {
                                waiting.add(child);
                                depths.add(at + 1);
                            });
        }
        nodes.addAll(open);
    }

    private static Row row(Task task) {
        return Row.of(
                        task.pid().toString(),
                        task.comm(),
                        task.state().label(),
                        Integer.toString(task.threads().size()),
                        task.credentials()
                                .map(who -> Long.toString(who.uid()))
                                .orElse("not captured"),
                        task.title())
                .at(task.at().toString());
    }

    private Section sockets() {
        return Section.of(
                "Sockets",
                prefix + "-sockets",
                new Tables(bounds)
                        .of(
                                SocketTable.of(checkpoint()),
                                "Sockets of all tasks",
                                "pid",
                                "fd",
                                "protocol",
                                "state",
                                "source",
                                "destination"));
    }

    private Section perTask() {
        var all = checkpoint().tasks().all();
        var left = Math.max(0, all.size() - bounds.tasks());
        return new Section(
                "Mappings and open files",
                prefix + "-by-task",
                left == 0
                        ? List.of()
                        : List.of(
                                Note.of(
                                        Note.Kind.COVERAGE,
                                        "Mappings and open files of %s are left out here."
                                                .formatted(Counted.of(left, "more task")))),
                all.stream().limit(bounds.tasks()).map(this::task).toList());
    }

    private Section task(Task task) {
        var tables = new Tables(bounds);
        var blocks = new ArrayList<Block>();
        blocks.addAll(
                tables.of(
                        MappingTable.of(checkpoint(), task),
                        "Mappings of task %s".formatted(task.pid()),
                        "range",
                        "permissions",
                        "kind",
                        "captured",
                        "name"));
        blocks.addAll(
                tables.of(
                        DescriptorTable.of(checkpoint(), task),
                        "Open files of task %s".formatted(task.pid()),
                        "fd",
                        "kind",
                        "target",
                        "flags",
                        "position"));
        return Section.of(
                "Task %s %s".formatted(task.pid(), task.comm()),
                "%s-task-%s".formatted(prefix, task.pid()),
                blocks);
    }
}
