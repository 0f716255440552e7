package org.icecore.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.icecore.report.Report;
import org.icecore.report.writing.Steps;

/// One report on its way to a PDF file: title page, contents, sections, then everything that needs to know all pages.
///
/// All of it stays in memory, compressed page by page; the file is written at the end.
public final class PdfDocument {

    private final Report report;
    private final Steps steps;
    private final PDDocument document;
    private final FontShelf fonts;
    private final Typesetter typesetter;
    private final PageFlow flow;
    private final BlockLayout blocks;

    private PdfDocument(Report report, Steps steps, PDDocument document, FontShelf fonts) {
        this.report = report;
        this.steps = steps;
        this.document = document;
        this.fonts = fonts;
        this.typesetter = new Typesetter(fonts);
        this.flow = new PageFlow(document, new VisualOrder(fonts));
        this.blocks = new BlockLayout(flow, typesetter, steps);
    }

    /// Writes `report` as PDF.
    ///
    /// @param id tells this file from every other; the same for the same report
    public static void write(Report report, long id, OutputStream out, Steps steps)
            throws IOException {
        try (var document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
                var fonts = new FontShelf()) {
            document.setVersion(1.7f);
            document.setDocumentId(id);
            new PdfDocument(report, steps, document, fonts).compose();
            document.save(out);
        }
    }

    private void compose() throws IOException {
        new TitlePage(flow, typesetter, blocks).draw(report);
        var headings = Outline.of(report.sections());
        var contents = new Contents(typesetter, headings, flow.structure());
        contents.reserve(flow);
        if (!headings.isEmpty()) {
            flow.newSheet();
        }
        for (var heading : headings) {
            lay(heading);
        }
        contents.draw(flow);
        new Margins(typesetter, report).draw(flow.sheets(), flow.structure());
        for (var sheet : flow.sheets()) {
            sheet.putAway();
        }
        bookmarks(headings);
        links();
        new Metadata(report).write(document);
        resources();
    }

    private void lay(Outline.Heading heading) throws IOException {
        var style =
                switch (heading.depth()) {
                    case 0 -> new Style(Face.BOLD, 15, Ink.TEXT);
                    case 1 -> new Style(Face.BOLD, 11.6, Ink.TEXT);
                    default -> new Style(Face.BOLD, 9.8, Ink.TEXT);
                };
        flow.gap(heading.depth() == 0 ? 22 : 12);
        flow.need(heading.depth() == 0 ? 190 : 110);
        flow.anchor(heading.section().anchor());
        // The title of the report is the first level; no level is left out, as section numbers go
        // down one at a time.
        try (var _ = flow.structure().in("H" + Math.min(6, heading.depth() + 2))) {
            var number = typesetter.line(heading.number(), style.in(Ink.SOFT));
            var left = Sheet.LEFT + Math.max(22, number.width() + 9);
            flow.sheet().text(number, Sheet.LEFT, flow.y() + style.size());
            flow.lines(
                    typesetter.lines(heading.section().title(), style, Sheet.RIGHT - left),
                    style,
                    left);
        }
        if (heading.depth() == 0) {
            flow.advance(2);
            flow.sheet().rule(Ink.RULE, 0.7, flow.y());
        }
        flow.advance(8);
        for (var block : heading.section().blocks()) {
            blocks.lay(block);
            steps.next();
        }
    }

    private void bookmarks(List<Outline.Heading> headings) {
        var outline = new PDDocumentOutline();
        var parents = new ArrayDeque<PDOutlineNode>();
        parents.push(outline);
        for (var heading : headings) {
            while (parents.size() > heading.depth() + 1) {
                parents.pop();
            }
            var item = new PDOutlineItem();
            item.setTitle(heading.title());
            item.setDestination(destination(heading.section().anchor()));
            parents.element().addLast(item);
            parents.push(item);
        }
        outline.openNode();
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private PDPageXYZDestination destination(String anchor) {
        var place = flow.place(anchor);
        var destination = new PDPageXYZDestination();
        destination.setPage(place.sheet().page());
        destination.setLeft(0);
        destination.setTop((int) Math.round(Sheet.HEIGHT - place.y() + 14));
        destination.setZoom(0);
        return destination;
    }

    private void links() throws IOException {
        var elements = new ArrayList<Element>();
        var sheets = flow.sheets();
        for (var sheet : sheets) {
            var annotations = new ArrayList<PDAnnotation>();
            for (var spot : sheet.hotspots()) {
                var link = link(spot);
                link.setPage(sheet.page());
                link.setStructParent(sheets.size() + elements.size());
                spot.element().annotation(sheet.page(), link.getCOSObject());
                elements.add(spot.element());
                annotations.add(link);
            }
            if (!annotations.isEmpty()) {
                sheet.page().setAnnotations(annotations);
                sheet.page().getCOSObject().setItem("Tabs", COSName.S);
            }
        }
        flow.structure().write(document, sheets, elements);
    }

    private PDAnnotationLink link(Sheet.Hotspot spot) {
        var link = new PDAnnotationLink();
        link.setRectangle(
                new PDRectangle(
                        (float) spot.left(),
                        (float) (Sheet.HEIGHT - spot.bottom()),
                        (float) (spot.right() - spot.left()),
                        (float) (spot.bottom() - spot.top())));
        var border = new PDBorderStyleDictionary();
        border.setWidth(0);
        link.setBorderStyle(border);
        link.setPrinted(true);
        link.setContents(spot.label());
        link.setDestination(destination(spot.anchor()));
        return link;
    }

    private void resources() throws IOException {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.FONT, fonts.write(document));
        var resources = new PDResources(dictionary);
        for (var sheet : flow.sheets()) {
            sheet.page().setResources(resources);
        }
    }
}
