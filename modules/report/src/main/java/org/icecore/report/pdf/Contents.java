package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// The table of contents: its sheets are taken before the body, and drawn on when the body's pages are known.
final class Contents {

    private static final double FIRST_LINE = 40;
    private static final double LINE = 16;
    private static final int DEEPEST = 2;

    private final Typesetter typesetter;
    private final List<Outline.Heading> headings;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Element title;
    private final Element list;

    Contents(Typesetter typesetter, List<Outline.Heading> headings, Structure structure) {
        this.typesetter = typesetter;
        this.title = structure.add("H2");
        this.list = structure.add("TOC");
        this.headings = headings.stream().filter(heading -> heading.depth() <= DEEPEST).toList();
    }

    /// Takes the sheets that the contents need.
    void reserve(PageFlow flow) throws IOException {
        var perSheet = (int) ((Sheet.BOTTOM - Sheet.TOP - FIRST_LINE) / LINE);
        for (var i = 0; i < headings.size(); i += perSheet) {
            flow.newSheet();
            sheets.add(flow.sheet());
        }
    }

    /// Draws the contents, now that every section has its place.
    void draw(PageFlow flow) throws IOException {
        var numbers = new IdentityHashMap<Sheet, Integer>();
        flow.sheets().forEach(sheet -> numbers.put(sheet, numbers.size() + 1));
        var perSheet = (int) ((Sheet.BOTTOM - Sheet.TOP - FIRST_LINE) / LINE);
        for (var i = 0; i < headings.size(); i++) {
            var sheet = sheets.get(i / perSheet);
            if (i % perSheet == 0) {
                title(sheet, flow.structure(), i == 0);
            }
            var heading = headings.get(i);
            var place = flow.place(heading.section().anchor());
            var link = new Element("Link", new Element("TOCI", list));
            try (var _ = flow.structure().in(link)) {
                draw(
                        sheet,
                        heading,
                        numbers.get(place.sheet()),
                        Sheet.TOP + FIRST_LINE + i % perSheet * LINE,
                        link);
            }
        }
    }

    private void title(Sheet sheet, Structure structure, boolean first) throws IOException {
        try (var _ = structure.in(first ? title : Artifact.PAGINATION)) {
            sheet.text(
                    typesetter.line(
                            first ? "Contents" : "Contents, continued",
                            new Style(Face.BOLD, 15, Ink.TEXT)),
                    Sheet.LEFT,
                    Sheet.TOP + 14);
        }
    }

    private void draw(Sheet sheet, Outline.Heading heading, int page, double top, Element link)
            throws IOException {
        var style =
                heading.depth() == 0
                        ? new Style(Face.BOLD, 9.4, Ink.TEXT)
                        : new Style(Face.TEXT, 9.2, Ink.TEXT);
        var baseline = top + 11;
        var number = Sheet.LEFT + (heading.depth() == 0 ? 0 : 20 + (heading.depth() - 1) * 28);
        var left = number + (heading.depth() == 0 ? 20 : 28 + (heading.depth() - 1) * 8);
        var pageNumber = typesetter.line(Integer.toString(page), style);
        var name = typesetter.fitted(heading.section().title(), style, Sheet.RIGHT - left - 40);
        sheet.text(typesetter.line(heading.number(), style.in(Ink.SOFT)), number, baseline);
        sheet.text(name, left, baseline);
        sheet.textEndingAt(pageNumber, Sheet.RIGHT, baseline);
        for (var x = Math.ceil((left + name.width() + 6) / 4) * 4;
                x < Sheet.RIGHT - pageNumber.width() - 6;
                x += 4) {
            sheet.fill(Ink.RULE, x, baseline - 0.8, 0.8, 0.8);
        }
        sheet.link(
                new Sheet.Hotspot(
                        number,
                        top,
                        Sheet.RIGHT,
                        top + LINE,
                        heading.section().anchor(),
                        link,
                        heading.title()));
    }
}
