package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.analysis.compare.ChangeKind;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.task.Pid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What changed between two checkpoints.
@Command(
        name = "diff",
        description = {"Shows what changed between two checkpoints.", ""},
        footer = {
            "",
            "Marks: + only after, - only before, ~ in both but different, ? not held by both, = the same. A row is ? and not",
            "+ or - where the other archive has lost what could tell, or is a pre-dump, which never had it; the note says why.",
            "",
            "First comes how many changes there are of each kind, then the tasks: those that came or went with their open",
            "files and mappings, those that are in both with their changes. Of changed memory there is one line per",
            "mapping: how many bytes and pages, and the first changed run as an example; --memory lists every run,",
            "exactly, never merged over an equal byte. Changes of the whole container (mounts, sockets, root file system,",
            "engine's data) come last. What could not be compared is told at the end.",
            "",
            "A table of the mappings that differ follows each task. Pages changed: with at least one changed byte; pages",
            "added and pages gone: mapped on one side only; pages on one side: mapped in both, but only one of the",
            "checkpoints holds their bytes, so that nobody knows whether they changed; bytes changed: bytes that both",
            "hold and that differ.",
            "",
            "BEFORE and AFTER are compared as they are named. A warning comes first if the two are not known to be of one",
            "container, or if BEFORE is the younger one by the times in them.",
            "",
            "JSON: before, after, match, summary, tasks and changes (tables as of inspect), mappings (pid and a table of",
            "those that differ, or of all with --unchanged), contents (open files and mappings of the tasks that came or",
            "went), and with --memory at the end memory (pid, range, length, state, before and after, or reason).",
            "",
            "Exit codes: 0 done, whether or not anything changed; 1 done, but the evidence is damaged; 2 wrong usage;",
            "3 cannot be opened.",
            "",
            "Examples:",
            "  icecore diff before.tar after.tar",
            "  icecore diff --memory --pid 6 before.tar after.tar",
            "  icecore diff --unchanged --format json before.tar after.tar"
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
            names = "--most-bytes",
            paramLabel = "N",
            defaultValue = "64",
            description =
                    "Bytes to show of each run, at most 65536; ${DEFAULT-VALUE} if not given.")
    private int most;

    @Option(
            names = "--members",
            description = "Also which members of the archives came, went or differ in size.")
    private boolean members;

    @Option(
            names = "--unchanged",
            description = "Also open files and mappings that are the same, marked =.")
    private boolean unchanged;

    @Mixin private PidOption pid = new PidOption();

    @Mixin private FormatOption format = new FormatOption();

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What is to be told of a comparison.
    ///
    /// @param changes that are wanted, in the order of the comparison
    /// @param ranges whether to list runs of bytes
    /// @param most bytes to show of each run
    /// @param unchanged whether to list what is the same
    record Telling(
            Comparison comparison,
            List<Change> changes,
            Optional<Pid> pid,
            boolean ranges,
            int most,
            boolean unchanged) {

        /// All changes but those of the archives' members, without runs of bytes.
        static Telling brief(Comparison comparison) {
            return new Telling(
                    comparison,
                    comparison.changes().stream()
                            .filter(change -> change.kind() != ChangeKind.MEMBER)
                            .toList(),
                    Optional.empty(),
                    false,
                    1,
                    false);
        }
    }

    @Override
    public Integer call() {
        if (most < 1 || most > 1 << 16) {
            terminal.complain("--most-bytes is 1 to 65536 (icecore diff --help)");
            return ExitCode.WRONG_USAGE.number();
        }
        return terminal.with(before, after, source, this::answer).number();
    }

    private ExitCode answer(Checkpoint first, Checkpoint second) {
        var wanted = pid.get();
        if (wanted.isPresent()
                && Stream.of(first, second)
                        .allMatch(side -> side.tasks().find(wanted.get()).isEmpty())) {
            terminal.knows(first, wanted);
            terminal.knows(second, wanted);
            return ExitCode.WRONG_USAGE;
        }
        Comparison comparison;
        try (var watch = terminal.watch("comparing")) {
            comparison = Comparison.of(first, second, watch);
        }
        warn(terminal, comparison);
        var telling =
                new Telling(
                        comparison,
                        comparison.changes().stream().filter(this::wanted).toList(),
                        wanted,
                        memory,
                        most,
                        unchanged);
        switch (format.get()) {
            case text ->
                    new DiffText(terminal.out(), terminal.surroundings().width()).print(telling);
            case json -> new DiffJson(terminal.out()).print(telling);
        }
        return ExitCode.DONE;
    }

    private boolean wanted(Change change) {
        return (members || change.kind() != ChangeKind.MEMBER)
                && (pid.get().isEmpty() || change.task().equals(pid.get()));
    }

    /// Says what a reader must know before believing the comparison.
    static void warn(Terminal terminal, Comparison comparison) {
        var match = comparison.match();
        if (match.needsWarning()) {
            terminal.complain(
                    "warning: "
                            + match.relation().label()
                            + switch (match.order()) {
                                case REVERSED -> ", and the first is the younger one";
                                case FORWARD, SAME_TIME, UNKNOWN -> "";
                            },
                    Stream.concat(match.reasons().stream(), Stream.of(match.orderReason()))
                            .toList());
        }
    }
}
