package org.icecore.report.content;

import java.time.Instant;
import java.util.List;
import org.icecore.report.Note;
import org.icecore.report.Report;
import org.icecore.report.Section;
import org.icecore.report.Tool;

/// The report on one checkpoint.
public record CheckpointReport(Exhibit exhibit, Tool tool, Instant created, Bounds bounds) {

    /// Reads what the report says; the checkpoint must be open.
    public Report report() {
        return new Report(
                "Container checkpoint report",
                exhibit.checkpoint().container().title(),
                "en",
                tool,
                created,
                TitleFacts.of("", exhibit),
                List.of(
                        Section.of(
                                "Scope and limits",
                                "scope",
                                List.of(
                                        Note.of(Note.Kind.COVERAGE, Limits.OF_A_CHECKPOINT),
                                        Note.of(Note.Kind.COVERAGE, Limits.OF_THE_ROOTFS))),
                        new ExhibitSections(exhibit, "checkpoint", bounds).all("The checkpoint")));
    }
}
