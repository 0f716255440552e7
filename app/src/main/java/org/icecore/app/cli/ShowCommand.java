package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.content.CheckpointTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Defect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// One row for each archive.
@Command(
        name = "show",
        description = {
            "Shows one row for each archive: container, image, id, engine, runtime, times, sizes, tasks.",
            ""
        },
        footer = {
            "",
            "Columns:",
            "(columns)",
            "",
            "Where columns do not fit the line, each archive is a block of lines; a wider terminal shows one line each.",
            "Sizes are in bytes, KiB (1024 bytes) and so on; JSON has them in bytes. Times are UTC.",
            "",
            "JSON: an object \"checkpoints\" with rows and complete, and notCovered if it is not. A row has the columns",
            "in order, then ref.",
            "",
            "Exit codes: 0 done; 1 done, but the evidence is damaged; 2 wrong usage; 3 an archive cannot be opened",
            "(the others are shown).",
            "",
            "Examples:",
            "  icecore show before.tar after.tar.zst",
            "  icecore show --format json *.tar.gz"
        })
final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "ARCHIVE",
            description = "Checkpoint archives (tar; gzip or zstd around it) or folders.")
    private List<Path> archives = List.of();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private Help help = new Help();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var opened = new LinkedHashMap<Checkpoint, Path>();
        try {
            var code = ExitCode.DONE;
            for (var archive : archives) {
                var id = new CheckpointId(Terminal.id(archive) + "-" + (opened.size() + 1));
                var outcome =
                        terminal.guarded(
                                () -> {
                                    opened.put(terminal.open(archive, id), archive);
                                    return ExitCode.DONE;
                                });
                code = outcome == ExitCode.DONE ? code : outcome;
            }
            if (!opened.isEmpty()) {
                print(table(opened));
            }
            var defects = new ArrayList<Defect>();
            opened.keySet().forEach(checkpoint -> defects.addAll(checkpoint.defects()));
            return terminal.tell(defects, code).number();
        } finally {
            opened.keySet().forEach(Checkpoint::close);
        }
    }

    private static ResultTable<Checkpoint> table(Map<Checkpoint, Path> opened) {
        var table = CheckpointTable.of(List.copyOf(opened.keySet()));
        return new ResultTable<>(
                table.id(),
                table.title(),
                Stream.concat(
                                Stream.of(
                                        archive(
                                                checkpoint ->
                                                        String.valueOf(opened.get(checkpoint)))),
                                table.columns().stream())
                        .toList(),
                table.rows(),
                table.subject(),
                table.source(),
                table.coverage());
    }

    private static Column<Checkpoint> archive(Function<Checkpoint, String> name) {
        return Column.of(
                "archive",
                "Archive",
                ColumnKind.CODE,
                "The file or folder, as it was given",
                checkpoint -> Cell.text(name.apply(checkpoint)));
    }

    /// What the columns mean, for the help.
    static List<String> meanings() {
        return table(Map.of()).columns().stream()
                .map(column -> "  " + TextTable.meaning(column))
                .toList();
    }

    private void print(ResultTable<Checkpoint> table) {
        switch (format.get()) {
            case text -> terminal.print(table, false);
            case json -> {
                var object = new LinkedHashMap<String, Object>();
                object.put(table.id(), JsonTables.of(table));
                terminal.out().println(JsonTables.text(object));
            }
        }
    }
}
