package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// What a reader who does not see the page is told.
class PdfStructureTest {

    private static PDDocument document(Block... blocks) throws IOException {
        return Loader.loadPDF(PdfWriterTest.written(ReportTest.report(blocks)));
    }

    private static String tree(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .map(
                        element -> {
                            var below = tree(element);
                            return element.getStructureType()
                                    + (below.isEmpty() ? "" : "(" + below + ")");
                        })
                .collect(Collectors.joining(" "));
    }

    /// The marked content of a page, as `type: text`, in the order it is drawn.
    private static List<String> marks(PDDocument document, int page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(document.getPage(page - 1));
        return extractor.getMarkedContents().stream().map(PdfStructureTest::said).toList();
    }

    private static String said(PDMarkedContent content) {
        return content.getTag()
                + ": "
                + content.getContents().stream()
                        .filter(TextPosition.class::isInstance)
                        .map(part -> ((TextPosition) part).getUnicode())
                        .collect(Collectors.joining());
    }

    @Test
    void eachKindOfBlockHasAStructureOfItsOwn() throws IOException {
        try (var document =
                document(
                        Paragraph.of("Words."),
                        FactList.of(Fact.of("Name", "Value")),
                        Table.of(
                                "Caption",
                                List.of(Column.word("A"), Column.word("B")),
                                List.of(Row.of(Mark.ADDED, "1", "2"))),
                        Listing.of("Lines", List.of("one", "two")),
                        HexExcerpt.of("Bytes", 0x1000, HexExcerpt.Side.of("after", new byte[20])),
                        Note.of(Note.Kind.CAUTION, "Beware."))) {
            assertEquals(
                    "Document(H1 P H2 TOC(TOCI(Link)) H2 P L(LI(Lbl LBody)) "
                            + "Table(Caption TR(TH TH) TR(TD(Span) TD)) P P(Code) P P(Code) P(Code) P(Code) P)",
                    tree(document.getDocumentCatalog().getStructureTreeRoot()));
        }
    }

    @Test
    void signOfARowIsReadBeforeItsFirstCellAndItsPlaceAfterIt() throws IOException {
        try (var document =
                document(
                        Table.of(
                                "Files",
                                List.of(Column.word("Fd"), Column.word("Path")),
                                List.of(
                                        Row.of(Mark.ADDED, "3", "/etc/passwd")
                                                .at("checkpoint/files.img+0x10..0x20"))))) {
            assertEquals(
                    List.of(
                            "Span: +",
                            "TD: 3",
                            "TD: /etc/passwd",
                            "TD: checkpoint/files.img+0x10..0x20"),
                    marks(document, 3).stream()
                            .filter(mark -> mark.startsWith("TD") || mark.startsWith("Span"))
                            .toList());
        }
    }

    @Test
    void headersAndPageNumbersAreNotReadAgainOnEveryPage() throws IOException {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 100; i++) {
            rows.add(Row.of("row " + i));
        }
        try (var document = document(Table.of("Long", List.of(Column.text("Head", 1)), rows))) {
            var marks = marks(document, 4);
            assertEquals(List.of(), marks.stream().filter(mark -> mark.startsWith("TH")).toList());
            assertTrue(
                    marks.stream()
                            .anyMatch(
                                    mark ->
                                            mark.startsWith("Artifact: ")
                                                    && mark.contains("Page 4 of")),
                    marks.toString());
            assertTrue(marks.contains("Artifact: Head"), marks.toString());
        }
    }

    @Test
    void nothingIsDrawnOutsideOfTheStructure() throws IOException {
        try (var document = Loader.loadPDF(PdfWriterTest.written(SampleReport.comparison()))) {
            for (var page : document.getPages()) {
                var open = 0;
                try (var content = page.getContents()) {
                    for (var line : new String(content.readAllBytes()).split("\n")) {
                        open += line.endsWith("BDC") ? 1 : line.equals("EMC") ? -1 : 0;
                        assertTrue(open <= 1, "marks in marks");
                        assertTrue(
                                open == 1 || line.equals("EMC") || line.isBlank(),
                                "outside: " + line);
                    }
                }
                assertEquals(0, open);
            }
        }
    }

    @Test
    void columnsAreHeadedByTheirTitles() throws IOException {
        try (var document =
                document(Table.of("T", List.of(Column.word("Fd")), List.of(Row.of("3"))))) {
            var head = first(document.getDocumentCatalog().getStructureTreeRoot(), "TH");
            assertEquals(
                    "Column",
                    head.getCOSObject()
                            .getCOSDictionary(COSName.A)
                            .getNameAsString(COSName.getPDFName("Scope")));
        }
    }

    private static PDStructureElement first(PDStructureNode node, String type) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(type)) {
                    return element;
                }
                var below = first(element, type);
                if (below.getStructureType().equals(type)) {
                    return below;
                }
            }
        }
        return new PDStructureElement("none", node);
    }
}
