package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.icecore.analysis.content.CheckpointTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One line for each archive.
@Command(
        name = "show",
        description =
                "Shows one line for each archive: container, image, id, engine, runtime, times, sizes, tasks.",
        footer = {"", "Example:", "  icecore show before.tar after.tar.zst"})
final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "ARCHIVE",
            description = "Checkpoint archives or folders.")
    private List<Path> archives = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text or json; ${DEFAULT-VALUE} if not given.")
    private Format format = Format.text;

    @Mixin private Help help = new Help();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var opened = new ArrayList<Checkpoint>();
        var code = ExitCode.DONE;
        try {
            for (var archive : archives) {
                try {
                    var id = new CheckpointId("%s".formatted(Terminal.id(archive)));
                    opened.add(Checkpoint.open(archive, id, Progress.unwatched()));
                } catch (EvidenceException e) {
                    terminal.err().println("icecore: " + e.getMessage());
                    code = ExitCode.CANNOT_OPEN;
                }
            }
            if (!opened.isEmpty()) {
                print(opened);
            }
            var defects =
                    opened.stream().flatMap(checkpoint -> checkpoint.defects().stream()).toList();
            defects.stream()
                    .map(Defect::toString)
                    .forEach(defect -> terminal.err().println("icecore: " + defect));
            return (code == ExitCode.DONE && !defects.isEmpty() ? ExitCode.INCOMPLETE : code)
                    .number();
        } finally {
            opened.forEach(Checkpoint::close);
        }
    }

    private void print(List<Checkpoint> opened) {
        var table = CheckpointTable.of(opened);
        switch (format) {
            case text -> new TextTable(terminal.out()).print(table);
            case json -> {
                var object = new LinkedHashMap<String, Object>();
                object.put(table.id(), JsonTables.of(table));
                terminal.out().println(JsonTables.text(object));
            }
        }
    }
}
