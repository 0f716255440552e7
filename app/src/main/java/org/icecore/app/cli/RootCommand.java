package org.icecore.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program without a command: the window.
@Command(
        name = "icecore",
        description = "A forensic workbench for container checkpoints.",
        synopsisHeading = "",
        customSynopsis = {
            "Usage: icecore [ARCHIVE [ARCHIVE]]      opens the window",
            "       icecore COMMAND [OPTIONS] ...    answers on the terminal",
            ""
        },
        commandListHeading = "%nCommands, each with a --help of its own:%n",
        footer = {
            "",
            "An archive is a checkpoint as Podman and other engines export it: tar, or tar in gzip, zstd, xz or bzip2; one",
            "of these in a zip or a tar; or a folder it was unpacked into. Its content tells which, whatever its name is.",
            "Evidence is only ever read.",
            "",
            "Where no window can be shown, icecore ARCHIVE [ARCHIVE] answers on the terminal and writes the report,",
            "icecore-report.pdf, into the current folder; only then do --checkpoint, --parent and --unpack-limit belong here.",
            "",
            "Of two archives without a command the older one is before, by the times in them, whichever is named first. The",
            "commands diff and report keep to BEFORE and AFTER as they are named, and warn if the first is the younger one.",
            "",
            "Text is laid out for the width of the terminal, for COLUMNS if that is set, else for 120 columns. Nothing is",
            "cut: a table that is too wide says once what all its rows have in common, and wraps long names.",
            "JSON is in UTF-8, its order is stable: the same archive gives the same bytes.",
            "",
            "Exit codes: 0 done; 1 done, but the evidence is damaged or incomplete; 2 wrong usage; 3 cannot be opened or",
            "written; 70 a fault of the program (ICECORE_DEBUG=1 shows where); 130 interrupted. What is merely unusual and",
            "lost nothing, such as a name that steps up by .. or occurs twice, is told and does not make it 1.",
            "",
            "Examples:",
            "  icecore before.tar after.tar",
            "  icecore show *.tar.gz",
            "  icecore diff --memory before.tar after.tar"
        })
final class RootCommand implements Callable<Integer> {

    private final Terminal terminal;
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

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    RootCommand(Terminal terminal, Window window) {
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public Integer call() {
        var obstacle = window.obstacle();
        if (obstacle.isEmpty() && source.given()) {
            terminal.complain(
                    "--checkpoint, --parent and --unpack-limit are for commands, and for answers without a window; the window asks"
                            + " for what it needs");
            return ExitCode.WRONG_USAGE.number();
        }
        if (obstacle.isEmpty()) {
            window.open(archives);
            return ExitCode.DONE.number();
        }
        var chosen =
                archives.isEmpty()
                        ? terminal.surroundings()
                                .sample()
                                .map(WithoutWindow::sample)
                                .orElse(List.of())
                        : archives;
        return new WithoutWindow(terminal, source).answer(chosen, obstacle.get()).number();
    }
}
