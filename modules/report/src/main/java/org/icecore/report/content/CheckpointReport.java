package org.icecore.report.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Report;
import org.icecore.report.Section;
import org.icecore.report.Tool;

/// The report on one checkpoint.
public record CheckpointReport(Exhibit exhibit, Tool tool, Instant created, Bounds bounds) {

    /// Reads what the report says; the checkpoint must be open.
    public Report report() {
        var described = new ExhibitSections(exhibit, "checkpoint", bounds).all("The checkpoint");
        var acquisition =
                new AcquisitionSection(exhibit, "acquisition", bounds)
                        .whole("Acquisition and what is not there");
        return new Report(
                "Container checkpoint report",
                exhibit.checkpoint().container().title(),
                "en",
                tool,
                created,
                TitleFacts.of("", exhibit),
                List.of(
                        new Section(
                                "Scope and limits",
                                "scope",
                                List.of(Note.of(Note.Kind.COVERAGE, Limits.OF_A_CHECKPOINT)),
                                List.of(
                                        acquisition,
                                        Conventions.section(),
                                        Recheck.of(List.of(exhibit)),
                                        Completeness.of(
                                                List.of(acquisition, described),
                                                List.of(Paragraph.of(Limits.OF_A_SINGLE_REPORT)),
                                                Optional.empty()))),
                        described));
    }
}
