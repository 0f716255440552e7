package org.icecore.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.EvidenceException;
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
import org.icecore.report.content.Extent;

/// Makes reports and writes them into files, whole or not at all.
record ReportWriting(Terminal terminal) {

    /// The writer for the ending of the file's name.
    static Optional<ReportWriter> writer(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return Optional.of(new PdfWriter());
        }
        if (name.endsWith(".html")) {
            return Optional.of(new HtmlWriter());
        }
        return name.endsWith(".json") ? Optional.of(new JsonWriter()) : Optional.empty();
    }

    /// Fails early where the file could not be written in the end.
    static void check(Path file, ReportFile.Existing existing) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no folder to write it into");
        }
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "is a folder");
        }
        if (existing == ReportFile.Existing.KEEP && Files.exists(file)) {
            throw new FileAlreadyExistsException(
                    file.toString(),
                    null,
                    "exists already, and is not overwritten without --replace");
        }
    }

    Report of(Checkpoint checkpoint) throws EvidenceException {
        return new CheckpointReport(
                        exhibit(checkpoint),
                        tool(),
                        terminal.surroundings().clock().instant(),
                        Bounds.forPaper())
                .report();
    }

    /// The whole report.
    Report of(Comparison comparison) throws EvidenceException {
        return of(comparison, Extent.WHOLE);
    }

    Report of(Comparison comparison, Extent extent) throws EvidenceException {
        return new ComparisonReport(
                        comparison,
                        exhibit(comparison.before()),
                        exhibit(comparison.after()),
                        tool(),
                        terminal.surroundings().clock().instant(),
                        Bounds.forPaper(),
                        extent)
                .report();
    }

    Comparison compare(Checkpoint before, Checkpoint after) {
        try (var watch = terminal.watch("comparing")) {
            return Comparison.of(before, after, watch);
        }
    }

    void write(Report report, ReportWriter writer, Path file, ReportFile.Existing existing)
            throws IOException {
        try (var watch = terminal.watch("writing " + file.getFileName())) {
            ReportFile.write(report, writer, file, existing, watch);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
        terminal.out().println(file.toAbsolutePath().normalize());
    }

    private Exhibit exhibit(Checkpoint checkpoint) throws EvidenceException {
        try (var watch = terminal.watch("hashing " + checkpoint.id())) {
            return Exhibit.of(checkpoint, Optional.empty(), watch);
        }
    }

    private Tool tool() {
        return new Tool("Icecore", terminal.surroundings().version());
    }
}
