package org.icecore.report.pdf;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.icecore.report.Report;

/// What stands at the head and foot of every page.
final class Margins {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final double HEAD = 50;
    private static final double FOOT = Sheet.HEIGHT - 46;

    private final Typesetter typesetter;
    private final Report report;

    Margins(Typesetter typesetter, Report report) {
        this.typesetter = typesetter;
        this.report = report;
    }

    /// Draws on all sheets; the first has no header, its title says it all.
    void draw(List<Sheet> sheets, Structure structure) throws IOException {
        try (var _ = structure.in(Artifact.PAGINATION)) {
            draw(sheets);
        }
    }

    private void draw(List<Sheet> sheets) throws IOException {
        for (var i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            if (i > 0) {
                head(sheet);
            }
            foot(sheet, i + 1, sheets.size());
            sheet.putAway();
        }
    }

    private void head(Sheet sheet) throws IOException {
        var half = (Sheet.RIGHT - Sheet.LEFT) / 2 - 8;
        sheet.text(typesetter.fitted(report.title(), Style.SMALL, half), Sheet.LEFT, HEAD);
        sheet.textEndingAt(
                typesetter.fitted(report.subtitle(), Style.SMALL, half), Sheet.RIGHT, HEAD);
        sheet.rule(Ink.RULE, 0.5, HEAD + 7);
    }

    private void foot(Sheet sheet, int page, int pages) throws IOException {
        sheet.rule(Ink.RULE, 0.5, FOOT - 13);
        var maker = "%s, %s".formatted(report.tool(), TIME.format(report.created()));
        sheet.text(typesetter.fitted(maker, Style.SMALL, 330), Sheet.LEFT, FOOT);
        sheet.textEndingAt(
                typesetter.line("Page %d of %d".formatted(page, pages), Style.SMALL),
                Sheet.RIGHT,
                FOOT);
    }
}
