package org.icecore.report;

import java.time.Instant;
import java.util.List;

/// A document about evidence, free of any format: what [ReportWriter]s turn into a file.
///
/// A report with two equal anchors, or with a link that leads nowhere, cannot be made.
///
/// @param language of the text, a BCP 47 tag
/// @param created when the report was made; the only clock a writer knows
/// @param facts what stands on the title page
public record Report(
        String title,
        String subtitle,
        String language,
        Tool tool,
        Instant created,
        List<Fact> facts,
        List<Section> sections) {

    public Report {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        Anchors.check(facts, sections);
    }
}
