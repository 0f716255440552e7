package org.icecore.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// The command line of the program.
///
/// Exit codes: 0 done; 1 done, but the evidence is damaged or incomplete; 2 wrong usage; 3 cannot be opened or written; 70 a
/// fault of the program; 130 interrupted.
public final class Cli {

    private static final int HELP_WIDTH = 120;
    private static final int DEEPEST_CAUSE = 10;

    private final Terminal terminal;
    private final Window window;

    /// @param out answers
    /// @param err messages
    /// @param interruption ends work when the user wants it to end
    public Cli(
            PrintWriter out,
            PrintWriter err,
            Surroundings surroundings,
            Interruption interruption,
            Window window) {
        this.terminal = new Terminal(out, err, surroundings, interruption);
        this.window = window;
    }

    /// Does what the arguments say and returns the exit code. Throws nothing: whatever happens is told in one line.
    public int run(List<String> arguments) {
        int code;
        try {
            code = execute(arguments);
            terminal.out().flush();
        } catch (RuntimeException | Error e) {
            code = failed(e);
        }
        terminal.err().flush();
        return code;
    }

    /// Tells what went wrong that is not a matter of evidence or files.
    private int failed(Throwable failure) {
        return switch (reason(failure)) {
            case LostOutput lost -> lost(lost);
            case CancellationException _ -> ExitCode.INTERRUPTED.number();
            case OutOfMemoryError _ -> {
                terminal.complain(
                        "out of memory; give the program more, for example ICECORE_JAVA_OPTS=-Xmx2g");
                yield ExitCode.FAULT.number();
            }
            default -> fault(failure);
        };
    }

    /// The end of the output or of the user's patience, in whatever a library that was writing wrapped it; else the failure.
    private static Throwable reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(
                        cause ->
                                cause instanceof LostOutput
                                        || cause instanceof CancellationException)
                .findFirst()
                .orElse(failure);
    }

    private int execute(List<String> arguments) {
        var line = commands(arguments);
        if (!arguments.isEmpty() && isUnknownWord(line, arguments.getFirst())) {
            var word = arguments.getFirst();
            terminal.complain(
                    "'%s' is neither a command nor a file%s (icecore --help)"
                            .formatted(
                                    word,
                                    Spelling.suggestion(word, line.getSubcommands().keySet())));
            return ExitCode.WRONG_USAGE.number();
        }
        return line.execute(arguments.toArray(String[]::new));
    }

    /// Help and version are printed by the library, which hands only failures of commands on.
    private int execute(ParseResult asked) {
        try {
            return new RunLast().execute(asked);
        } catch (LostOutput lost) {
            return lost(lost);
        }
    }

    /// The command line with the command that is asked for, or with all of them where none is.
    private CommandLine commands(List<String> arguments) {
        var line = new CommandLine(new RootCommand(terminal, window));
        var commands = subcommands();
        // To read the annotations of all commands takes longer than most answers.
        if (!arguments.isEmpty()) {
            Optional.ofNullable(commands.get(arguments.getFirst()))
                    .ifPresent(asked -> line.addSubcommand(asked.get()));
        }
        if (line.getSubcommands().isEmpty()) {
            commands.values().forEach(command -> line.addSubcommand(command.get()));
        }
        line.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(new UsageError(terminal))
                .setExecutionExceptionHandler((e, _, _) -> failed(e))
                .setExecutionStrategy(this::execute);
        line.getCommandSpec()
                .versionProvider(
                        () -> new String[] {"icecore " + terminal.surroundings().version()});
        Optional.ofNullable(line.getSubcommands().get("show"))
                .ifPresent(show -> explainColumns(show.getCommandSpec()));
        return line;
    }

    private SequencedMap<String, Supplier<Callable<Integer>>> subcommands() {
        var commands = new LinkedHashMap<String, Supplier<Callable<Integer>>>();
        commands.put("show", () -> new ShowCommand(terminal));
        commands.put("inspect", () -> new InspectCommand(terminal));
        commands.put("decode", () -> new DecodeCommand(terminal));
        commands.put("extract", () -> new ExtractCommand(terminal));
        commands.put("memory", () -> new MemoryCommand(terminal));
        commands.put("search", () -> new SearchCommand(terminal));
        commands.put("strings", () -> new StringsCommand(terminal));
        commands.put("diff", () -> new DiffCommand(terminal));
        commands.put("report", () -> new ReportCommand(terminal));
        return commands;
    }

    /// Puts the meaning of the columns, which the table knows, into the help.
    private static void explainColumns(CommandSpec show) {
        var footer = new ArrayList<String>();
        for (var sentence : show.usageMessage().footer()) {
            if (sentence.equals("(columns)")) {
                footer.addAll(ShowCommand.meanings());
            } else {
                footer.add(sentence);
            }
        }
        show.usageMessage().footer(footer.toArray(String[]::new));
    }

    /// Whether it can be no archive: a bare word that no file has as its name.
    private static boolean isUnknownWord(CommandLine line, String word) {
        try {
            return word.matches("[\\p{Alnum}_-]+")
                    && !word.startsWith("-")
                    && !line.getSubcommands().containsKey(word)
                    && Files.notExists(Path.of(word));
        } catch (InvalidPathException _) {
            return true;
        }
    }

    private int lost(LostOutput lost) {
        if (lost.isUnwanted()) {
            return ExitCode.DONE.number();
        }
        terminal.complain("the answer cannot be written: " + lost.getCause().getMessage());
        return ExitCode.CANNOT_OPEN.number();
    }

    private int fault(Throwable fault) {
        if (terminal.surroundings().traced()) {
            fault.printStackTrace(terminal.err());
        }
        terminal.complain(
                "a fault of the program: %s%s"
                        .formatted(
                                fault.toString().lines().findFirst().orElse(""),
                                terminal.surroundings().traced()
                                        ? ""
                                        : "; ICECORE_DEBUG=1 shows where"));
        return ExitCode.FAULT.number();
    }
}
