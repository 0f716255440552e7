package org.icecore.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.icecore.evidence.Progress;
import org.icecore.report.html.HtmlDocument;
import org.icecore.report.writing.Steps;

/// Writes a report as one HTML file that stands for itself: no script, nothing fetched, light or dark as the reader likes.
public final class HtmlWriter implements ReportWriter {

    /// A writer without settings; one can serve any number of reports.
    public HtmlWriter() {}

    @Override
    public void write(Report report, OutputStream out, Progress progress) throws IOException {
        var characters =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        new HtmlDocument(report, characters, Steps.of(report, progress)).write();
        characters.flush();
    }
}
