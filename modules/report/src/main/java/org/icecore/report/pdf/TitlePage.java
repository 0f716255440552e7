package org.icecore.report.pdf;

import java.io.IOException;
import org.icecore.report.Report;

/// The first page: what this is, and the facts that identify the evidence.
final class TitlePage {

    private static final Style TITLE = new Style(Face.BOLD, 24, Ink.TEXT);
    private static final Style SUBTITLE = new Style(Face.TEXT, 12.5, Ink.SOFT);

    private final PageFlow flow;
    private final Typesetter typesetter;
    private final BlockLayout blocks;

    TitlePage(PageFlow flow, Typesetter typesetter, BlockLayout blocks) {
        this.flow = flow;
        this.typesetter = typesetter;
        this.blocks = blocks;
    }

    void draw(Report report) throws IOException {
        flow.newSheet();
        flow.sheet().fill(Ink.NOTE, Sheet.LEFT, flow.y() + 24, 44, 3);
        flow.advance(48);
        var width = Sheet.RIGHT - Sheet.LEFT;
        try (var _ = flow.structure().in("H1")) {
            flow.lines(typesetter.lines(report.title(), TITLE, width), TITLE, Sheet.LEFT);
        }
        flow.advance(4);
        try (var _ = flow.structure().in("P")) {
            flow.lines(typesetter.lines(report.subtitle(), SUBTITLE, width), SUBTITLE, Sheet.LEFT);
        }
        flow.advance(34);
        flow.sheet().rule(Ink.SOFT, 0.6, flow.y());
        flow.advance(3);
        blocks.facts(report.facts());
    }
}
