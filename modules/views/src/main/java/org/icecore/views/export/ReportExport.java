package org.icecore.views.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Container;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.report.Report;
import org.icecore.report.ReportFile;
import org.icecore.report.Tool;
import org.icecore.report.content.Bounds;
import org.icecore.report.content.CheckpointReport;
import org.icecore.report.content.ComparisonReport;
import org.icecore.report.content.Exhibit;
import org.icecore.report.content.Extent;
import org.icecore.workbench.command.Command;
import org.icecore.workbench.command.Handler;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.job.Progress;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.Severity;

/// Writes reports where the examiner wants them. Used on the UI thread only; reading and writing is done in jobs.
public final class ReportExport {
    /// Writes a report on what the examiner works on: the comparison, or else the selected checkpoint.
    public static final Command EXPORT =
            Command.of(
                    "report.export",
                    "Report",
                    "Export PDF Report...",
                    "Writes a report on the comparison where it is in front, else on the selected checkpoint.");

    /// Writes a report on the selected checkpoint.
    public static final Command CHECKPOINT =
            Command.of(
                    "report.export-checkpoint",
                    "Report",
                    "Export PDF Report of the Checkpoint...",
                    "Writes a report on the selected checkpoint as PDF, HTML or JSON.");

    /// Writes a report on the comparison.
    public static final Command COMPARISON =
            Command.of(
                    "report.export-comparison",
                    "Report",
                    "Export PDF Report of the Comparison...",
                    "Writes a report on what changed between the two checkpoints as PDF, HTML or JSON.");

    /// Writes a report on the comparison that leaves out what is the same in both.
    public static final Command CHANGES =
            Command.of(
                    "report.export-changes",
                    "Report",
                    "Export PDF Report of the Changes Only...",
                    "Writes a report on what changed between the two checkpoints, without a description of either,"
                            + " as PDF, HTML or JSON.");

    /// Shows the folder of the report that was written last.
    public static final Command OPEN_FOLDER =
            Command.of(
                    "report.open-folder",
                    "Report",
                    "Open Folder of Last Report",
                    "Opens the folder in which the last report was written.");

    private final Tool tool;
    private final Clock clock;
    private final FileChoice files;
    private final Jobs jobs;
    private final ErrorLog log;
    private final Consumer<Path> showFolder;
    private final ReadOnlyObjectWrapper<Optional<Path>> written =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param showFolder opens a folder in the file manager of the platform
    public ReportExport(
            Tool tool,
            Clock clock,
            FileChoice files,
            Jobs jobs,
            ErrorLog log,
            Consumer<Path> showFolder) {
        this.tool = tool;
        this.clock = clock;
        this.files = files;
        this.jobs = jobs;
        this.log = log;
        this.showFolder = showFolder;
    }

    /// The report that was written last.
    public ReadOnlyObjectProperty<Optional<Path>> written() {
        return written.getReadOnlyProperty();
    }

    /// The handler of [#OPEN_FOLDER].
    public Handler openFolder() {
        return Handler.of(
                () -> written.get().map(Path::getParent).ifPresent(showFolder),
                written.map(Optional::isPresent));
    }

    /// Asks for a file and writes a report on one checkpoint.
    ///
    /// @param digest of the archive, if it is known already; otherwise it is computed
    /// @return empty if the examiner chose no file
    public Optional<Job<Path>> checkpoint(Checkpoint checkpoint, Optional<Digest> digest) {
        return export(
                "Export a report on " + checkpoint.title(),
                name(checkpoint.container().title(), checkpoint.id().value(), "report"),
                List.of(checkpoint),
                progress ->
                        new CheckpointReport(
                                        Exhibit.of(
                                                checkpoint, digest, watched(progress, "hashing")),
                                        tool,
                                        clock.instant(),
                                        Bounds.forPaper())
                                .report());
    }

    /// Asks for a file and writes a report on a comparison.
    ///
    /// @param extent whether the report describes each checkpoint as well
    /// @param beforeDigest of the first archive, if it is known already; otherwise it is computed
    /// @param afterDigest of the second archive, likewise
    /// @return empty if the examiner chose no file
    public Optional<Job<Path>> comparison(
            Comparison comparison,
            Extent extent,
            Optional<Digest> beforeDigest,
            Optional<Digest> afterDigest) {
        var before = comparison.before();
        var after = comparison.after();
        return export(
                "Export a report on %s and %s".formatted(before.title(), after.title()),
                name(
                        Stream.of(before.container(), after.container())
                                .map(Container::title)
                                .distinct()
                                .collect(Collectors.joining("-")),
                        before.id().value(),
                        after.id().value(),
                        switch (extent) {
                            case WHOLE -> "comparison";
                            case CHANGES_ONLY -> "changes";
                        }),
                List.of(before, after),
                progress ->
                        new ComparisonReport(
                                        comparison,
                                        Exhibit.of(
                                                before, beforeDigest, watched(progress, "hashing")),
                                        Exhibit.of(
                                                after, afterDigest, watched(progress, "hashing")),
                                        tool,
                                        clock.instant(),
                                        Bounds.forPaper(),
                                        extent)
                                .report());
    }

    @FunctionalInterface
    private interface Content {
        Report make(Progress progress) throws EvidenceException;
    }

    private Optional<Job<Path>> export(
            String title, String name, List<Checkpoint> evidence, Content content) {
        var proposed = Path.of(name + ReportFormat.PDF.ending());
        return files.save(title, proposed, ReportFormat.kinds())
                .map(chosen -> start(chosen, evidence, content));
    }

    private Job<Path> start(Path chosen, List<Checkpoint> evidence, Content content) {
        var format = ReportFormat.of(chosen);
        // A name that was completed here is not the one that the platform asked about.
        var existing = format.isPresent() ? ReportFile.Existing.REPLACE : ReportFile.Existing.KEEP;
        var target =
                format.isPresent()
                        ? chosen
                        : chosen.resolveSibling(chosen.getFileName() + ReportFormat.PDF.ending());
        var writer = format.orElse(ReportFormat.PDF).writer();
        Job<Path> job =
                jobs.start(
                        "writing the report " + target,
                        progress -> {
                            for (var checkpoint : evidence) {
                                spare(checkpoint, target);
                            }
                            progress.update(0, 0, "reading the evidence");
                            var report = content.make(progress);
                            ReportFile.write(
                                    report, writer, target, existing, watched(progress, "writing"));
                            return target;
                        });
        return job.whenDone(this::tell);
    }

    private void tell(Outcome<Path> end) {
        switch (end) {
            case Outcome.Done<Path>(var file) -> {
                written.set(Optional.of(file));
                log.report(Severity.NOTICE, "Report written: " + file, "");
            }
            case Outcome.Failed<Path> _, Outcome.Cancelled<Path> _ -> {}
        }
    }

    /// Refuses to write over evidence, or into it.
    private static void spare(Checkpoint checkpoint, Path target) throws IOException {
        var archive = checkpoint.archive().path().toRealPath();
        var folder = target.toAbsolutePath().getParent();
        boolean over = Files.exists(target) && Files.isSameFile(archive, target);
        boolean into =
                Files.isDirectory(archive)
                        && folder != null
                        && Files.exists(folder)
                        && folder.toRealPath().startsWith(archive);
        if (over || into) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    "is evidence that is open; choose a place for the report outside of it");
        }
    }

    private static org.icecore.evidence.Progress watched(Progress progress, String message) {
        return (done, total) -> {
            progress.check();
            progress.update(
                    done,
                    total,
                    total > 0 ? message : "%s, %s".formatted(message, CellText.exactBytes(done)));
        };
    }

    /// A name that no platform takes for more than a name.
    private static String name(String... words) {
        return String.join("-", words)
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[-.]+", "");
    }
}
