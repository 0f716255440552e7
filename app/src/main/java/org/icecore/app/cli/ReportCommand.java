package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.report.HtmlWriter;
import org.icecore.report.JsonWriter;
import org.icecore.report.PdfWriter;
import org.icecore.report.Report;
import org.icecore.report.ReportFile;
import org.icecore.report.ReportWriter;
import org.icecore.report.Tool;
import org.icecore.report.content.Bounds;
import org.icecore.report.content.CheckpointReport;
import org.icecore.report.content.ComparisonReport;
import org.icecore.report.content.Exhibit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The report on one checkpoint, or on what changed between two.
@Command(
        name = "report",
        description =
                "Writes a report on one checkpoint, or on what changed between two: PDF, HTML or JSON by the file's name.",
        footer = {"", "Example:", "  icecore report before.tar after.tar -o case-7.pdf"})
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
            description = "FILE.pdf, .html or .json.")
    private Path output = Path.of("");

    @Option(names = "--replace", description = "Replaces FILE if it exists.")
    private boolean replace;

    @Mixin private Help help = new Help();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var writer = writer();
        if (writer.isEmpty()) {
            terminal.err()
                    .println(
                            "icecore: %s: the name must end in .pdf, .html or .json"
                                    .formatted(output));
            return ExitCode.WRONG_USAGE.number();
        }
        var code =
                archives.size() == 1
                        ? terminal.with(
                                archives.getFirst(),
                                checkpoint -> write(report(checkpoint), writer.get()))
                        : terminal.with(
                                archives.getFirst(),
                                archives.getLast(),
                                (before, after) -> write(report(before, after), writer.get()));
        return code.number();
    }

    private Optional<ReportWriter> writer() {
        var name = output.toString().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return Optional.of(new PdfWriter());
        }
        if (name.endsWith(".html")) {
            return Optional.of(new HtmlWriter());
        }
        return name.endsWith(".json") ? Optional.of(new JsonWriter()) : Optional.empty();
    }

    private ExitCode write(Report report, ReportWriter writer) throws IOException {
        ReportFile.write(
                report,
                writer,
                output,
                replace ? ReportFile.Existing.REPLACE : ReportFile.Existing.KEEP,
                Progress.unwatched());
        terminal.out().println(output.toAbsolutePath().normalize());
        return ExitCode.DONE;
    }

    private Report report(Checkpoint checkpoint) throws EvidenceException {
        return new CheckpointReport(
                        exhibit(checkpoint), tool(), terminal.clock().instant(), Bounds.forPaper())
                .report();
    }

    private Report report(Checkpoint before, Checkpoint after) throws EvidenceException {
        return new ComparisonReport(
                        Comparison.of(before, after, Progress.unwatched()),
                        exhibit(before),
                        exhibit(after),
                        tool(),
                        terminal.clock().instant(),
                        Bounds.forPaper())
                .report();
    }

    private static Exhibit exhibit(Checkpoint checkpoint) throws EvidenceException {
        var folder = Files.isDirectory(checkpoint.archive().path());
        return new Exhibit(
                checkpoint,
                folder
                        ? Optional.<Digest>empty()
                        : Optional.of(checkpoint.archive().sha256(Progress.unwatched())));
    }

    private Tool tool() {
        return new Tool("Icecore", terminal.version());
    }
}
