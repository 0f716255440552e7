package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.evidence.EvidenceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// One row for each checkpoint.
@Command(
        name = "show",
        description = {
            "Shows one row for each checkpoint: container, image, id, engine, runtime, layout, times, sizes, tasks.",
            ""
        },
        footer = {
            "",
            "Columns:",
            "(columns)",
            "",
            "A file or folder that holds several checkpoints gets a row for each.",
            "Where columns do not fit the line, each archive takes two lines; a wider terminal shows one line each.",
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
            description =
                    "Checkpoint archives (tar, also compressed; images; archives within archives) or folders.")
    private List<Path> archives = List.of();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var opened = new LinkedHashMap<Checkpoint, String>();
        try {
            var code = ExitCode.DONE;
            var supply = source.supply();
            for (int i = 0; i < archives.size(); i++) {
                var wanted = source.of(archives.get(i), i);
                code = worse(code, terminal.guarded(() -> open(wanted, supply, opened)));
            }
            if (!opened.isEmpty()) {
                print(table(opened));
            }
            code =
                    terminal.tell(
                            opened.keySet(),
                            checkpoint -> opened.getOrDefault(checkpoint, ""),
                            code);
            return worse(code, terminal.guarded(() -> checked(supply))).number();
        } finally {
            opened.keySet().forEach(Checkpoint::close);
        }
    }

    private static ExitCode checked(Supply supply) throws EvidenceException {
        supply.check();
        return ExitCode.DONE;
    }

    private static ExitCode worse(ExitCode before, ExitCode now) {
        return now == ExitCode.DONE ? before : now;
    }

    /// Opens what is in the archive; each checkpoint by itself, where it holds several.
    private ExitCode open(Wanted wanted, Supply supply, Map<Checkpoint, String> opened)
            throws EvidenceException {
        var path = wanted.source().path();
        try {
            opened.put(
                    terminal.open(wanted, id(wanted, opened), supply),
                    wanted.name().map(name -> path + ": " + name).orElse(path.toString()));
            return ExitCode.DONE;
        } catch (SeveralCheckpointsException several) {
            var code = terminal.tell(several.beside(), ExitCode.DONE);
            for (var candidate : several.candidates()) {
                var one = new Wanted(candidate.source(), Optional.empty());
                code =
                        worse(
                                code,
                                terminal.guarded(
                                        () -> {
                                            opened.put(
                                                    terminal.open(one, id(one, opened), supply),
                                                    path + ": " + candidate.name());
                                            return ExitCode.DONE;
                                        }));
            }
            return code;
        }
    }

    private static CheckpointId id(Wanted wanted, Map<Checkpoint, String> opened) {
        return new CheckpointId(wanted.id() + "-" + (opened.size() + 1));
    }

    private static ResultTable<Checkpoint> table(Map<Checkpoint, String> opened) {
        var table =
                CheckpointTable.of(
                        List.copyOf(opened.keySet()),
                        checkpoint -> opened.getOrDefault(checkpoint, ""));
        return table.withColumns(
                Stream.concat(
                                Stream.of(
                                        archive(checkpoint -> opened.getOrDefault(checkpoint, ""))),
                                table.columns().stream())
                        .toList());
    }

    private static Column<Checkpoint> archive(Function<Checkpoint, String> name) {
        return Column.of(
                "archive",
                "Archive",
                ColumnKind.CODE,
                "The file or folder, as it was given; behind it the name of the checkpoint, if it holds several",
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
