package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.icecore.analysis.search.MemoryString;
import org.icecore.analysis.search.MemoryStrings;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The strings in memory.
@Command(
        name = "strings",
        description = {
            "Lists the strings in the memory of tasks: printable ASCII, and the same in UTF-16LE.",
            ""
        },
        footer = {
            "",
            "One line each: task, address of the first character, a for ASCII or w for UTF-16LE, text. Memory that tasks",
            "share is listed once, with the first of them.",
            "",
            "JSON: archive, strings (pid, address, encoding, text, ref), complete, and notCovered if it is not.",
            "",
            "Exit codes: 0 done; 1 done, but memory was unreadable or strings were left out; 2 wrong usage; 3 cannot be",
            "opened.",
            "",
            "Examples:",
            "  icecore strings --pid 6 after.tar",
            "  icecore strings --min 12 after.tar | grep -i token"
        })
final class StringsCommand implements Callable<Integer> {

    private static final int LONGEST = 4096;

    private final Terminal terminal;

    @Parameters(paramLabel = "ARCHIVE", description = "A checkpoint archive or folder.")
    private Path archive = Path.of("");

    @Option(
            names = {"-n", "--min"},
            paramLabel = "N",
            defaultValue = "6",
            description = "Shortest string to list, in characters; ${DEFAULT-VALUE} if not given.")
    private int least;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Strings after which the list ends; ${DEFAULT-VALUE} if not given.")
    private long most;

    @Mixin private PidOption pid = new PidOption();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    StringsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (least < 1 || least > LONGEST || most < 1) {
            terminal.complain("--min is 1 to 4096, --limit at least 1 (icecore strings --help)");
            return ExitCode.WRONG_USAGE.number();
        }
        return terminal.with(archive, source, this::answer).number();
    }

    private ExitCode answer(Checkpoint checkpoint) {
        if (!terminal.knows(checkpoint, pid.get())) {
            return ExitCode.WRONG_USAGE;
        }
        var coverage =
                switch (format.get()) {
                    case text -> printText(checkpoint);
                    case json -> printJson(checkpoint);
                };
        return coverage.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private Coverage printText(Checkpoint checkpoint) {
        try (var watch = terminal.watch("reading " + checkpoint.id())) {
            var coverage =
                    new MemoryStrings(least, most)
                            .in(
                                    checkpoint,
                                    pid.get(),
                                    string -> {
                                        watch.clear();
                                        terminal.out().println(line(string));
                                    },
                                    watch);
            coverage.gaps().forEach(gap -> terminal.complain("not covered: " + gap));
            return coverage;
        }
    }

    private static String line(MemoryString string) {
        return "%6s  %14s  %s  %s"
                .formatted(
                        string.pid(),
                        CellText.address(string.range().start()),
                        switch (string.encoding()) {
                            case ASCII -> "a";
                            case UTF_16LE -> "w";
                        },
                        Printable.text(string.text()));
    }

    private Coverage printJson(Checkpoint checkpoint) {
        var stream = new JsonStream(terminal.out());
        try (var watch = terminal.watch("reading " + checkpoint.id())) {
            stream.begin(Map.of("archive", checkpoint.archive().path().toString()), "strings");
            var coverage =
                    new MemoryStrings(least, most)
                            .in(
                                    checkpoint,
                                    pid.get(),
                                    string -> stream.row(row(checkpoint, string)),
                                    watch);
            var tail = new LinkedHashMap<String, Object>();
            tail.put("complete", coverage.isComplete());
            if (!coverage.isComplete()) {
                tail.put("notCovered", coverage.gaps());
            }
            stream.end(tail);
            return coverage;
        }
    }

    private static Map<String, Object> row(Checkpoint checkpoint, MemoryString string) {
        var row = new LinkedHashMap<String, Object>();
        row.put("pid", string.pid().value());
        row.put("address", CellText.address(string.range().start()));
        row.put("encoding", string.encoding().label());
        row.put("text", string.text());
        row.put(
                "ref",
                new ArtefactRef.OfMemory(checkpoint.id(), string.pid(), string.range()).text());
        return row;
    }
}
