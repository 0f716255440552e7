package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
import org.icecore.report.ReportFile.Existing;
import org.icecore.report.ReportWriter;
import org.icecore.report.content.Extent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The report on one checkpoint, or on what changed between two.
@Command(
        name = "report",
        description = {"Writes a report on one checkpoint, or on what changed between two.", ""},
        footer = {
            "",
            "The report names archives with their SHA-256, then container, tasks, mappings, open files and sockets, and what",
            "changed of them; bytes as hexadecimal excerpts. Rows and excerpts name their place in the archive; the report says",
            "how to re-check it. It is bounded, and says what was left out. Times are UTC. The PDF is PDF/A-3a and PDF/UA-1.",
            "Of two archives the first is before; a warning is given if it is the younger one by the times in them.",
            "The file is whole or not there; its path is printed. It quotes memory, so it is readable by its owner alone.",
            "",
            "Exit codes: 0 done; 1 done, but the evidence is damaged; 2 wrong usage; 3 cannot be opened or written.",
            "",
            "Examples:",
            "  icecore report before.tar after.tar -o case-7.pdf",
            "  icecore report before.tar after.tar --changes-only -o case-7-changes.pdf",
            "  icecore report after.tar -o after.html --replace"
        })
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..2",
            paramLabel = "ARCHIVE",
            description = "One checkpoint, or before and after.")
    private List<Path> archives = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "FILE.pdf, .html or .json: the ending says which.")
    private Path output = Path.of("");

    @Option(names = "--replace", description = "Replaces FILE if it exists.")
    private boolean replace;

    @Option(
            names = "--changes-only",
            description = {
                "Leaves out what is the same in both: task trees, mappings, open files of each checkpoint.",
                "The report says so. Needs two archives."
            })
    private boolean changesOnly;

    @Mixin private SourceOptions source = new SourceOptions();

    @Mixin private Help help = new Help();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var writer = ReportWriting.writer(output);
        if (writer.isEmpty()) {
            terminal.complain(
                    "%s: the name must end in .pdf, .html or .json (icecore report --help)"
                            .formatted(output));
            return ExitCode.WRONG_USAGE.number();
        }
        if (archives.size() > 2) {
            terminal.complain(
                    "%d archives are too many: a report is on one or compares two (icecore report --help)"
                            .formatted(archives.size()));
            return ExitCode.WRONG_USAGE.number();
        }
        if (changesOnly && archives.size() == 1) {
            terminal.complain(
                    "--changes-only needs two archives, before and after (icecore report --help)");
            return ExitCode.WRONG_USAGE.number();
        }
        if (Spared.refuses(terminal, output, source.evidence(archives))) {
            return ExitCode.WRONG_USAGE.number();
        }
        return terminal.guarded(
                        () -> {
                            ReportWriting.check(output, existing());
                            return archives.size() == 1
                                    ? terminal.with(
                                            archives.getFirst(),
                                            source,
                                            checkpoint -> write(checkpoint, writer.get()))
                                    : terminal.with(
                                            archives.getFirst(),
                                            archives.getLast(),
                                            source,
                                            (before, after) -> write(before, after, writer.get()));
                        })
                .number();
    }

    private Existing existing() {
        return replace ? Existing.REPLACE : Existing.KEEP;
    }

    private ExitCode write(Checkpoint checkpoint, ReportWriter writer)
            throws EvidenceException, IOException {
        var writing = new ReportWriting(terminal);
        writing.write(writing.of(checkpoint), writer, output, existing());
        return ExitCode.DONE;
    }

    private ExitCode write(Checkpoint before, Checkpoint after, ReportWriter writer)
            throws EvidenceException, IOException {
        var writing = new ReportWriting(terminal);
        var comparison = writing.compare(before, after);
        DiffCommand.warn(terminal, comparison);
        var extent = changesOnly ? Extent.CHANGES_ONLY : Extent.WHOLE;
        writing.write(writing.of(comparison, extent), writer, output, existing());
        return ExitCode.DONE;
    }
}
