package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What changed between two checkpoints.
@Command(
        name = "diff",
        description = {
            "Shows what changed between two checkpoints: tasks, mappings, open files, sockets, mounts, credentials,",
            "environment, root file system. Marks: + only after, - only before, ~ in both but different."
        },
        footer = {
            "",
            "Examples:",
            "  icecore diff before.tar after.tar",
            "  icecore diff --memory --pid 6 before.tar after.tar"
        })
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier checkpoint.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later checkpoint.")
    private Path after = Path.of("");

    @Option(
            names = "--memory",
            description = "Also each run of changed bytes, with the bytes of both sides.")
    private boolean memory;

    @Option(
            names = "--members",
            description = "Also which members of the archives came, went or differ in size.")
    private boolean members;

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "N",
            description = "Only this task.")
    private Optional<Integer> pid = Optional.empty();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text or json; ${DEFAULT-VALUE} if not given.")
    private Format format = Format.text;

    @Mixin private Help help = new Help();

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.with(before, after, this::answer).number();
    }

    private ExitCode answer(Checkpoint first, Checkpoint second) {
        var comparison = Comparison.of(first, second, Progress.unwatched());
        var changes = comparison.table().where(this::wanted);
        switch (format) {
            case text -> printText(comparison, changes);
            case json -> printJson(comparison, changes);
        }
        return ExitCode.DONE;
    }

    /// Runs of bytes are many; they are told by `--memory` only, in a form of their own.
    private boolean wanted(Change change) {
        return change.kind() != ChangeKind.MEMORY
                && (members || change.kind() != ChangeKind.MEMBER)
                && (pid.isEmpty()
                        || change.task().filter(task -> task.value() == pid.get()).isPresent());
    }

    private void printText(Comparison comparison, ResultTable<Change> changes) {
        var out = terminal.out();
        var match = comparison.match();
        if (match.needsWarning()) {
            terminal.err()
                    .println(
                            "icecore: warning: %s: %s. %s"
                                    .formatted(
                                            match.relation().label(),
                                            String.join(". ", match.reasons()),
                                            match.orderReason()));
        }
        out.println(
                "%s  ->  %s   %s"
                        .formatted(
                                comparison.before().title(),
                                comparison.after().title(),
                                match.relation().label()));
        out.println();
        var summary = comparison.summary();
        for (var line : summary.lines()) {
            out.println(
                    "  %-12s +%d -%d ~%d"
                            .formatted(
                                    line.kind().label(),
                                    line.added(),
                                    line.removed(),
                                    line.changed()));
        }
        out.println(
                "  %s compared, %s on %d pages changed; %s only after, %s only before, %s not comparable"
                        .formatted(
                                CellText.size(summary.memory().bytesCompared()),
                                CellText.exactBytes(summary.memory().bytesChanged()),
                                summary.memory().pagesChanged(),
                                CellText.size(summary.memory().bytesAdded()),
                                CellText.size(summary.memory().bytesRemoved()),
                                CellText.size(summary.memory().bytesNotComparable())));
        out.println();
        new ChangeLines(out).print(comparison, changes.rows());
        comparison
                .coverage()
                .gaps()
                .forEach(gap -> out.println("  not covered: " + Printable.text(gap)));
        if (memory) {
            comparison.tasks().stream()
                    .filter(task -> pid.isEmpty() || task.pid().value() == pid.get())
                    .forEach(task -> new MemoryLines(out).print(task));
        }
    }

    private void printJson(Comparison comparison, ResultTable<Change> changes) {
        var object = new LinkedHashMap<String, Object>();
        object.put("before", comparison.before().archive().path().toString());
        object.put("after", comparison.after().archive().path().toString());
        var match = new LinkedHashMap<String, Object>();
        match.put("relation", comparison.match().relation().label());
        match.put("reasons", comparison.match().reasons());
        match.put("order", comparison.match().orderReason());
        object.put("match", match);
        object.put("tasks", JsonTables.of(comparison.taskTable()));
        object.put("changes", JsonTables.of(changes));
        var ranges = new ArrayList<Object>();
        if (memory) {
            comparison.tasks().stream()
                    .filter(task -> pid.isEmpty() || task.pid().value() == pid.get())
                    .forEach(task -> ranges.addAll(MemoryLines.json(task)));
            object.put("memory", ranges);
        }
        terminal.out().println(JsonTables.text(object));
    }
}
