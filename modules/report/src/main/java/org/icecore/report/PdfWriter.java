package org.icecore.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.icecore.evidence.Progress;
import org.icecore.report.pdf.PdfDocument;
import org.icecore.report.writing.Steps;

/// Writes a report as PDF on A4 pages: title page, contents, bookmarks, links, embedded fonts. The file is tagged for readers
/// who do not see it (PDF/UA-1) and made to be kept (PDF/A-3a).
///
/// The heap holds the fonts, up to 60 MB where Chinese is met, and the compressed pages, 4 MB for a thousand; no file is
/// used.
public final class PdfWriter implements ReportWriter {

    /// A writer without settings; one can serve any number of reports.
    public PdfWriter() {}

    @Override
    public void write(Report report, OutputStream out, Progress progress) throws IOException {
        PdfDocument.write(report, id(report), out, Steps.of(report, progress));
    }

    /// A number that depends on all of `report` and on nothing else.
    private static long id(Report report) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                new JsonWriter().write(report, sink, Progress.unwatched());
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
