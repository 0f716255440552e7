package org.icecore.views.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.report.Tool;
import org.icecore.report.content.Extent;
import org.icecore.workbench.dialog.FileChoice;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.log.LogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportExportTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    private final ErrorLog log = new ErrorLog(CLOCK, Runnable::run);
    private final List<Path> shown = new ArrayList<>();
    private Optional<Checkpoint> opened = Optional.empty();

    @BeforeEach
    void openACheckpoint() throws EvidenceException {
        opened = Optional.of(EvidenceSet.find("incident").orElseThrow().open("before"));
    }

    @AfterEach
    void closeIt() {
        opened.ifPresent(Checkpoint::close);
    }

    private ReportExport exportTo(Optional<Path> target) {
        return new ReportExport(
                new Tool("Icecore", "1"),
                CLOCK,
                new Answer(target),
                new Jobs(Runnable::run, Runnable::run, log),
                log,
                shown::add);
    }

    private record Answer(Optional<Path> target) implements FileChoice {
        @Override
        public List<Path> open(String title, List<Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, Path proposed, List<Kind> kinds) {
            return target;
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }

    @Test
    void writesTheFormatThatTheNameSays() throws IOException {
        var target = folder.resolve("report.json");
        var export = exportTo(Optional.of(target));
        var job = export.checkpoint(opened.orElseThrow(), Optional.empty()).orElseThrow();
        assertEquals(Optional.of(new Outcome.Done<>(target)), job.outcome().get());
        assertTrue(
                Files.readString(target).startsWith("{\n  \"format\" : \"icecore-report\""),
                Files.readString(target).substring(0, 60));
        assertEquals("Report written: " + target, log.entries().getLast().message());
        export.openFolder().run();
        assertEquals(List.of(folder), shown);
    }

    @Test
    void completesANameWithoutAnEndingAndNeverReplacesThen() throws IOException {
        Files.writeString(folder.resolve("report.pdf"), "mine");
        var job =
                exportTo(Optional.of(folder.resolve("report")))
                        .checkpoint(opened.orElseThrow(), Optional.empty())
                        .orElseThrow();
        assertInstanceOf(Outcome.Failed.class, job.outcome().get().orElseThrow());
        assertEquals("mine", Files.readString(folder.resolve("report.pdf")));
    }

    @Test
    void refusesToWriteOverOpenEvidence() throws IOException, EvidenceException {
        var copy = folder.resolve("evidence.pdf");
        Files.copy(opened.orElseThrow().archive().path(), copy);
        try (var evidence = Checkpoint.open(copy, new CheckpointId("copy"), Progress.unwatched())) {
            var size = Files.size(copy);
            var job =
                    exportTo(Optional.of(copy))
                            .checkpoint(evidence, Optional.empty())
                            .orElseThrow();
            assertInstanceOf(Outcome.Failed.class, job.outcome().get().orElseThrow());
            assertEquals(size, Files.size(copy));
            assertTrue(
                    log.entries().stream()
                            .map(LogEntry::message)
                            .anyMatch(message -> message.contains(copy.toString())));
        }
    }

    @Test
    void tellsThePathOfWhatCannotBeWritten() {
        var target = folder.resolve("absent").resolve("report.pdf");
        exportTo(Optional.of(target)).checkpoint(opened.orElseThrow(), Optional.empty());
        assertTrue(log.entries().getLast().message().contains(target.toString()));
        assertFalse(Files.exists(target));
    }

    @Test
    void writesChangesOnlyWhereThatIsAskedFor() throws IOException {
        var target = folder.resolve("changes.json");
        var same = opened.orElseThrow();
        var comparison = Comparison.of(same, same, Progress.unwatched());
        exportTo(Optional.of(target))
                .comparison(comparison, Extent.CHANGES_ONLY, Optional.empty(), Optional.empty())
                .orElseThrow();
        assertTrue(
                Files.readString(target).contains("This report holds changes only."),
                "the report does not say what it is");
    }

    @Test
    void doesNothingIfNoFileWasChosen() {
        assertEquals(
                Optional.empty(),
                exportTo(Optional.empty()).checkpoint(opened.orElseThrow(), Optional.empty()));
        assertTrue(log.entries().isEmpty());
    }
}
