package org.icecore.views.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.icecore.report.HtmlWriter;
import org.icecore.report.JsonWriter;
import org.icecore.report.PdfWriter;
import org.icecore.report.ReportWriter;
import org.icecore.workbench.dialog.FileChoice;

/// A format in which a report can be written, told by the ending of the file.
enum ReportFormat {
    PDF("PDF", ".pdf", PdfWriter::new),
    HTML("HTML", ".html", HtmlWriter::new),
    JSON("JSON", ".json", JsonWriter::new);

    private final String title;
    private final String ending;
    private final Supplier<ReportWriter> writer;

    ReportFormat(String title, String ending, Supplier<ReportWriter> writer) {
        this.title = title;
        this.ending = ending;
        this.writer = writer;
    }

    static Optional<ReportFormat> of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
    }

    static List<FileChoice.Kind> kinds() {
        return Arrays.stream(values())
                .map(format -> new FileChoice.Kind(format.title, List.of("*" + format.ending)))
                .toList();
    }

    String ending() {
        return ending;
    }

    ReportWriter writer() {
        return writer.get();
    }
}
