package org.icecore.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line of the program.
///
/// Exit codes: 0 done; 1 done, but the evidence is damaged or incomplete; 2 wrong usage; 3 cannot be opened or written.
public final class Cli {

    private final Terminal terminal;
    private final Window window;

    /// @param out answers
    /// @param err messages
    /// @param version of the program
    public Cli(PrintWriter out, PrintWriter err, Clock clock, String version, Window window) {
        this.terminal = new Terminal(out, err, clock, version);
        this.window = window;
    }

    /// Does what the arguments say and returns the exit code.
    public int run(List<String> arguments) {
        var line =
                new CommandLine(new Root(window))
                        .addSubcommand(new ShowCommand(terminal))
                        .addSubcommand(new InspectCommand(terminal))
                        .addSubcommand(new MemoryCommand(terminal))
                        .addSubcommand(new DiffCommand(terminal))
                        .addSubcommand(new ReportCommand(terminal))
                        .setOut(terminal.out())
                        .setErr(terminal.err())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpWidth(100)
                        .setUsageHelpAutoWidth(false);
        line.getCommandSpec().versionProvider(() -> new String[] {"icecore " + terminal.version()});
        var code = line.execute(arguments.toArray(String[]::new));
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /// The program without a command: the window.
    @Command(
            name = "icecore",
            description = "A forensic workbench for container checkpoints.",
            synopsisHeading = "",
            customSynopsis = {
                "Usage: icecore [ARCHIVE [AFTER]]        opens the window",
                "       icecore COMMAND [OPTIONS] ...    answers on the terminal",
                ""
            },
            footer = {
                "",
                "Exit codes: 0 done; 1 done, but the evidence is damaged or incomplete; 2 wrong usage; 3 cannot be opened."
            })
    static final class Root implements Callable<Integer> {

        private final Window window;

        @Parameters(
                arity = "0..2",
                paramLabel = "ARCHIVE",
                description = "Archives to open; two are compared.")
        private List<Path> archives = List.of();

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Shows the version.")
        private boolean version;

        @Mixin private Help help = new Help();

        Root(Window window) {
            this.window = window;
        }

        @Override
        public Integer call() {
            window.open(archives);
            return ExitCode.DONE.number();
        }
    }
}
