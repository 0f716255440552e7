package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.icecore.analysis.search.BytePattern;
import org.icecore.analysis.search.Hit;
import org.icecore.analysis.search.MemorySearch;
import org.icecore.analysis.search.SearchResult;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Where a pattern lies in memory.
@Command(
        name = "search",
        description = {
            "Finds text or bytes in the memory of tasks, over the seams of pages and mappings.",
            ""
        },
        footer = {
            "",
            "Each hit names the task, the address, the mapping and the place in the archive (member and bytes), then the",
            "bytes around it; ?? are bytes that were not captured. Memory that tasks share is searched once; \"also\"",
            "names the other tasks. Pages that were not captured cannot be searched: how much that is, is told at the end.",
            "",
            "JSON: archive, pattern, hits (a table as of inspect), notCaptured (bytes that could not be searched).",
            "",
            "Exit codes: 0 done, with or without hits; 1 done, but memory was unreadable or hits were left out;",
            "2 wrong usage; 3 cannot be opened.",
            "",
            "Examples:",
            "  icecore search after.tar SECRET_TOKEN",
            "  icecore search --ignore-case --utf16 --context 64 after.tar password",
            "  icecore search --hex --pid 6 after.tar '7f 45 4c 46 ?? 01'",
            "  icecore search after.tar -- -----BEGIN"
        })
final class SearchCommand implements Callable<Integer> {

    private static final int WIDEST = 4096;

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "ARCHIVE",
            description = "A checkpoint archive or folder.")
    private Path archive = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "PATTERN",
            description = "Text; with --hex pairs of hexadecimal digits, ? for any digit.")
    private String pattern = "";

    @ArgGroup private Kind kind = new Kind();

    @Option(
            names = {"-i", "--ignore-case"},
            description = "Letters a to z match in either case.")
    private boolean ignoringCase;

    @Option(
            names = {"-C", "--context"},
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "Bytes to show before and behind a hit, at most 4096; ${DEFAULT-VALUE} if not given.")
    private int context;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Hits after which the search ends; ${DEFAULT-VALUE} if not given.")
    private int limit;

    @Mixin private PidOption pid = new PidOption();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// How the pattern is meant; at most one of them.
    static final class Kind {

        @Option(names = "--text", description = "PATTERN is text in UTF-8 (the default).")
        private boolean text;

        @Option(names = "--utf16", description = "PATTERN is text, stored as UTF-16LE.")
        private boolean utf16;

        @Option(names = "--hex", description = "PATTERN is bytes.")
        private boolean hex;
    }

    @Override
    public Integer call() {
        if (context < 0 || context > WIDEST || limit < 1) {
            terminal.complain("--context is 0 to 4096, --limit at least 1 (icecore search --help)");
            return ExitCode.WRONG_USAGE.number();
        }
        if (kind.hex && ignoringCase) {
            terminal.complain(
                    "--ignore-case goes with text, not with --hex (icecore search --help)");
            return ExitCode.WRONG_USAGE.number();
        }
        try {
            var bytes = bytes();
            return terminal.with(archive, source, checkpoint -> answer(checkpoint, bytes)).number();
        } catch (IllegalPattern e) {
            terminal.complain(e.getMessage());
            return ExitCode.WRONG_USAGE.number();
        }
    }

    /// A pattern that says nothing to look for.
    private static final class IllegalPattern extends Exception {
        private static final long serialVersionUID = 1L;

        IllegalPattern(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private BytePattern bytes() throws IllegalPattern {
        try {
            return kind.hex
                    ? BytePattern.hex(pattern)
                    : BytePattern.text(
                            pattern,
                            kind.utf16 ? BytePattern.Encoding.UTF_16LE : BytePattern.Encoding.UTF_8,
                            ignoringCase);
        } catch (IllegalArgumentException e) {
            throw new IllegalPattern(e);
        }
    }

    private ExitCode answer(Checkpoint checkpoint, BytePattern bytes) {
        if (!terminal.knows(checkpoint, pid.get())) {
            return ExitCode.WRONG_USAGE;
        }
        var search = new MemorySearch(bytes, context, limit);
        SearchResult result;
        try (var watch = terminal.watch("searching " + checkpoint.id())) {
            result =
                    search.in(
                            checkpoint,
                            pid.get(),
                            hit -> {
                                if (format.get() == Format.text) {
                                    watch.clear();
                                    print(hit);
                                }
                            },
                            watch);
        }
        switch (format.get()) {
            case text -> printEnd(checkpoint, result);
            case json -> printJson(checkpoint, result);
        }
        return result.coverage().isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void print(Hit hit) {
        var also =
                hit.alsoAt().isEmpty()
                        ? ""
                        : "   also "
                                + Enumeration.of(
                                        hit.alsoAt().stream().map(Hit.Place::toString).toList());
        var head =
                "task %s  %s  %s  %s%s"
                        .formatted(
                                hit.pid(),
                                CellText.address(hit.range().start()),
                                hit.mapping()
                                        .map(vma -> vma.protection() + " " + vma.title())
                                        .orElse("nothing is mapped there"),
                                hit.at().map(Object::toString).orElse("no byte of it is stored"),
                                also);
        terminal.out().println(Printable.text(head));
        var excerpt = hit.context();
        for (var from = 0; from < excerpt.length(); ) {
            var at = excerpt.range().start() + from;
            var start = from;
            var length =
                    Math.min(
                            excerpt.length() - from,
                            HexRow.LENGTH - Math.floorMod(at, HexRow.LENGTH));
            terminal.out()
                    .println(
                            "  "
                                    + HexRow.of(
                                            at,
                                            length,
                                            i ->
                                                    excerpt.known(start + i)
                                                            ? excerpt.byteAt(start + i)
                                                            : -1));
            from += length;
        }
        terminal.out().println();
    }

    private void printEnd(Checkpoint checkpoint, SearchResult result) {
        var tasks = result.hits().stream().map(Hit::pid).collect(Collectors.toSet()).size();
        terminal.out()
                .println(
                        result.hits().isEmpty()
                                ? "No hit."
                                : "%s in %s."
                                        .formatted(
                                                Counted.of(result.hits().size(), "hit"),
                                                Counted.of(tasks, "task")));
        var missing = NotCaptured.bytes(checkpoint, pid.get());
        if (missing > 0) {
            terminal.out()
                    .println(
                            "  not covered: %s of memory that the checkpoint does not hold"
                                    .formatted(CellText.size(missing)));
        }
        result.coverage()
                .gaps()
                .forEach(gap -> terminal.out().println("  not covered: " + Printable.text(gap)));
    }

    private void printJson(Checkpoint checkpoint, SearchResult result) {
        var object = new LinkedHashMap<String, Object>();
        object.put("archive", checkpoint.archive().path().toString());
        object.put("pattern", result.pattern().text());
        object.put("hits", JsonTables.of(result.table()));
        object.put("notCaptured", NotCaptured.bytes(checkpoint, pid.get()));
        terminal.out().println(JsonTables.text(object));
    }
}
