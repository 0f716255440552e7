package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfWriterTest {

    static byte[] written(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfWriter().write(report, out, Progress.unwatched());
        return out.toByteArray();
    }

    private static PDDocument comparison() throws IOException {
        return Loader.loadPDF(written(SampleReport.comparison()));
    }

    private static String page(PDDocument document, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.setLineSeparator("\n");
        return stripper.getText(document);
    }

    private static String text(Block... blocks) throws IOException {
        try (var document = Loader.loadPDF(written(ReportTest.report(blocks)))) {
            return page(document, 3);
        }
    }

    /// The text between the heading of the section and the foot of the page.
    private static String body(String page) {
        var lines = page.lines().toList();
        var body = lines.subList(1, lines.size() - 2);
        return String.join("\n", body);
    }

    @Nested
    class TextOnThePage {

        @Test
        void namesInAnyScriptAreReadBackAndCannotForgeTheReport() throws IOException {
            try (var document = comparison()) {
                assertEquals(
                        """
                        Open files of task 6
                        fd Kind Path or endpoint Flags Position
                        0 regular /dev/null O_RDONLY 0
                        + 3 regular /srv/数据/报告-最终版.txt O_RDWR 4,096
                        + 4 regular /srv/تقرير السلامة.pdf O_RDONLY 0
                        + 5 regular /srv/דוח סופי.txt O_RDONLY 0
                        + 6 regular /tmp/🔥 party 😀.sh O_RDONLY 0
                        + 7 regular /tmp/invoice\\u202efdp.exe O_RDONLY 0
                        + 8 regular /tmp/a\\n+  1  init  nothing changed O_RDONLY 0
                        + 9 regular /tmp/한글 O_RDONLY 0
                        - 10 tcp 10.88.0.4:8080 -> 10.88.0.1:51234 ESTABLISHED O_RDWR
                        """
                                .strip(),
                        lines(page(document, 6), "Open files of task 6", 11));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Ελληνικά Кириллица Հայերեն ქართული አማርኛ",
                    "简体 繁體 日本語のファイル カタカナ",
                    "한국어 값읽뷁 의왜쥐 파일",
                    "ไฟล์ภาษาไทย हिन्दी বাংলা தமிழ்",
                    "/srv/תיקייה/abc-12.txt",
                    "/srv/مجلد/abc-12.txt",
                    "№ € → ± ½ ☃ ♞ 🔥"
                })
        void scriptsOfTheWorldAreReadBackAsTheyWere(String name) throws IOException {
            assertEquals(name, body(text(Paragraph.of(name))));
        }

        @Test
        void decomposedHangulIsReadBackDecomposed() throws IOException {
            var name = "\u1112\u1161\u11AB.txt";
            assertEquals(name, body(text(Paragraph.of(name))));
        }

        @Test
        void moreSyllablesThanOneFontHoldsAreReadBack() throws IOException {
            var all = new StringBuilder();
            for (var syllable = 0xAC00; syllable < 0xAC00 + 11172; syllable += 28) {
                all.appendCodePoint(syllable + (syllable / 28) % 28);
            }
            assertEquals(
                    all.toString(), body(text(Paragraph.of(all.toString()))).replace("\n", ""));
        }

        @Test
        void characterWithoutAFontIsWrittenByItsNumber() throws IOException {
            assertEquals("a[U+12000]b", body(text(Paragraph.of("a\uD808\uDC00b"))));
        }

        @Test
        void charactersThatShareAGlyphAreReadBackAsThemselves() throws IOException {
            // A radical and the ideograph that looks like it: U+2F00 and U+4E00.
            assertEquals("x\u4E00y\u2F00z", body(text(Paragraph.of("x\u4E00y\u2F00z"))));
        }

        @Test
        void bytesAreReadBackInRows() throws IOException {
            var bytes = new byte[] {0x41, 0x5C, 0x00, (byte) 0xFF};
            var page =
                    text(
                            HexExcerpt.of(
                                    "Some bytes",
                                    0x7fff_ffff_e000L,
                                    HexExcerpt.Side.of("after", bytes)));
            assertEquals(
                    """
                    Some bytes
                    Address after
                    7fffffffe000 41 5c 00 ff A\\..
                    """
                            .strip(),
                    body(page).replaceAll(" +", " ").replaceAll("(?m) $", ""));
        }

        @Test
        void bytesThatWereNotCapturedAreNoZeros() throws IOException {
            var page =
                    text(
                            HexExcerpt.of(
                                    "Some bytes",
                                    0x1000,
                                    HexExcerpt.Side.absent("after", 2, "not mapped")));
            assertEquals(
                    """
                    Some bytes
                    Address after
                    000000001000 ?? ?? ??
                    ?? after, not captured: not mapped
                    """
                            .strip(),
                    body(page).replaceAll(" +", " ").replaceAll("(?m) $", ""));
        }

        @Test
        void whatIsLeftOutIsSaid() throws IOException {
            var table =
                    Table.of("T", List.of(Column.text("Name", 1)), List.of(Row.of("only")))
                            .omitting(1204);
            assertEquals("T\nName\nonly\n1,204 rows left out", body(text(table)));
        }

        @Test
        void addressIsNeverBrokenAndLongPathIsBrokenAtItsSlashes() throws IOException {
            var columns = List.of(Column.exact("Address"), Column.quoted("Path", 1));
            var row = Row.of("ffff800012345000-ffff800012346000", "/a-rather-long-name".repeat(8));
            var page = text(Table.of("T", columns, List.of(row)));
            assertEquals(
                    """
                    T
                    Address Path
                    ffff800012345000-ffff800012346000 /a-rather-long-name/a-rather-long-name/a-rather-long-name/a-rather-long-name/
                    a-rather-long-name/a-rather-long-name/a-rather-long-name/a-rather-long-name""",
                    body(page));
        }

        @Test
        void columnThatNeedsLittleLeavesItsShareToTheOthers() throws IOException {
            var columns = List.of(Column.text("Kind", 5), Column.quoted("Path", 5));
            var path = "/usr/lib/python3/dist-packages/a-module-with-a-long-name/__init__.py";
            assertEquals(
                    "T\nKind Path\nfile " + path,
                    body(text(Table.of("T", columns, List.of(Row.of("file", path))))));
        }

        @Test
        void headerNeverStandsWithoutARowBelowIt() throws IOException {
            var blocks = new ArrayList<Block>();
            for (var i = 0; i < 60; i++) {
                blocks.add(
                        Table.of(
                                "Table " + i,
                                List.of(Column.text("Name", 1)),
                                List.of(Row.of("x ".repeat(i * 9)))));
            }
            try (var document =
                    Loader.loadPDF(written(ReportTest.report(blocks.toArray(Block[]::new))))) {
                for (var number = 3; number <= document.getNumberOfPages(); number++) {
                    var lines = page(document, number).lines().toList();
                    assertTrue(
                            lines.get(lines.size() - 3).matches("(x |x|None\\.)+"),
                            "page " + number);
                }
            }
        }

        private static String lines(String page, String first, int count) {
            var lines = page.lines().toList();
            var from = lines.indexOf(first);
            return String.join("\n", lines.subList(from, from + count));
        }
    }

    @Nested
    class Pages {

        @Test
        void everyPageSaysWhichOfHowManyItIs() throws IOException {
            try (var document = comparison()) {
                var pages = document.getNumberOfPages();
                for (var number = 1; number <= pages; number++) {
                    var last = page(document, number).lines().toList().getLast();
                    assertEquals(
                            "Icecore 0.1.0, 2026-11-22 00:10:00 UTC Page %d of %d"
                                    .formatted(number, pages),
                            last);
                }
            }
        }

        @Test
        void headerOfATableStandsOnEveryPageOfIt() throws IOException {
            var rows = new ArrayList<Row>();
            for (var i = 0; i < 150; i++) {
                rows.add(Row.of("row " + i, "value " + i));
            }
            var table =
                    Table.of(
                            "Long", List.of(Column.text("Name", 1), Column.text("Value", 1)), rows);
            try (var document = Loader.loadPDF(written(ReportTest.report(table)))) {
                for (var number = 3; number <= document.getNumberOfPages(); number++) {
                    assertTrue(
                            page(document, number).contains("Name Value\nrow "), "page " + number);
                }
                var all = new PDFTextStripper().getText(document);
                for (var i = 0; i < 150; i++) {
                    assertTrue(all.contains("row %d value %d".formatted(i, i)), "row " + i);
                }
            }
        }

        @Test
        void rowThatIsTallerThanAPageGoesOnOnTheNext() throws IOException {
            var table =
                    Table.of(
                            "T",
                            List.of(Column.quoted("Value", 1)),
                            List.of(Row.of("0123456789".repeat(2000))));
            try (var document = Loader.loadPDF(written(ReportTest.report(table)))) {
                var digits =
                        new PDFTextStripper()
                                .getText(document)
                                .lines()
                                .filter(line -> line.matches("[0-9]{30,}"))
                                .reduce("", String::concat);
                assertEquals("0123456789".repeat(2000), digits);
            }
        }
    }

    @Nested
    class Navigation {

        @Test
        void contentsNameThePageOnWhichEachSectionBegins() throws IOException {
            try (var document = comparison()) {
                var entries =
                        page(document, 2)
                                .lines()
                                .filter(line -> line.matches("[0-9.]+ .* [0-9]+"))
                                .toList();
                assertEquals(11, entries.size());
                for (var entry : entries) {
                    var title = entry.substring(0, entry.lastIndexOf(' '));
                    var number = Integer.parseInt(entry.substring(entry.lastIndexOf(' ') + 1));
                    assertTrue(page(document, number).contains(title), entry);
                }
            }
        }

        @Test
        void everyLinkLeadsToAPageOfTheDocument() throws IOException {
            try (var document = comparison()) {
                var links = 0;
                for (var page : document.getPages()) {
                    for (var annotation : page.getAnnotations()) {
                        var destination =
                                (PDPageDestination)
                                        ((PDAnnotationLink) annotation).getDestination();
                        assertTrue(
                                document.getPages().indexOf(destination.getPage()) >= 2,
                                "a link leads nowhere");
                        links++;
                    }
                }
                // Eleven in the contents, one in the summary, one in each of the four rows.
                assertEquals(16, links);
            }
        }

        @Test
        void bookmarksAreTheSections() throws IOException {
            try (var document = comparison()) {
                var titles = new ArrayList<String>();
                collect(
                        document.getDocumentCatalog().getDocumentOutline().getFirstChild(),
                        "",
                        titles);
                assertEquals(
                        """
                        1  Summary
                        2  Tasks
                        3  Mappings
                          3.1  Task 6, python3
                          3.2  Task 72, kworker/u8:3
                        4  Open files and sockets
                        5  Memory
                          5.1  Task 6, heap
                          5.2  Task 6, new executable mapping
                          5.3  Command history in memory
                        6  Limits""",
                        String.join("\n", titles));
            }
        }

        private static void collect(PDOutlineItem first, String indent, List<String> titles) {
            for (var item = first; item != null; item = item.getNextSibling()) {
                titles.add(indent + item.getTitle());
                collect(item.getFirstChild(), indent + "  ", titles);
            }
        }
    }

    @Nested
    class File {

        @Test
        void fontsAreEmbeddedAndHoldWhatIsUsedOnly() throws IOException {
            try (var document = comparison()) {
                var names = new TreeSet<String>();
                for (var page : document.getPages()) {
                    for (var name : page.getResources().getFontNames()) {
                        var font = page.getResources().getFont(name);
                        assertTrue(font.isEmbedded(), font.getName());
                        if (font instanceof PDType3Font) {
                            names.add("drawn in the file");
                        } else {
                            assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), font.getName());
                            names.add(font.getName().substring(7));
                        }
                    }
                }
                assertEquals(
                        "[DejaVuSans, DejaVuSansMono, DejaVuSansMono-Bold, KurintoSans-Bd, KurintoSans-Rg,"
                                + " NotoSansSC-Regular, drawn in the file]",
                        names.toString());
            }
            assertTrue(
                    written(SampleReport.comparison()).length < 100_000,
                    "the fonts are not cut to what is used");
        }

        @Test
        void informationComesFromTheReport() throws IOException {
            try (var document = comparison()) {
                var information = document.getDocumentInformation();
                assertEquals("Comparison of two checkpoints", information.getTitle());
                assertEquals("Icecore 0.1.0", information.getProducer());
                assertEquals(
                        "2026-11-22T00:10:00Z",
                        information.getCreationDate().toInstant().toString());
                assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
                assertNotNull(document.getDocumentCatalog().getMetadata());
            }
        }

        @Test
        void fontsAreResourcesOfTheNamedModule() {
            assertEquals("org.icecore.report", PdfWriter.class.getModule().getName());
        }
    }

    @Nested
    class Hostile {

        @Test
        void everyCharacterThereIsCanBeWritten() throws IOException {
            var text = new StringBuilder();
            for (var point = 0; point <= 0x1FFFF; point += 7) {
                text.appendCodePoint(point);
            }
            assertTrue(written(ReportTest.report(Paragraph.of(text.toString()))).length > 0);
        }

        @Test
        void treeOfAnyDepthHasRoom() throws IOException {
            var nodes = new ArrayList<Tree.Node>();
            for (var depth = 0; depth < 3000; depth++) {
                nodes.add(new Tree.Node(depth, Row.of("task " + depth, Integer.toString(depth))));
            }
            var tree =
                    Tree.of("Deep", List.of(Column.text("Task", 3), Column.number("pid")), nodes);
            try (var document = Loader.loadPDF(written(ReportTest.report(tree)))) {
                assertTrue(new PDFTextStripper().getText(document).contains("task 2999 2999"));
            }
        }

        @Test
        void moreColumnsThanHaveRoomAreStillWritten() throws IOException {
            var columns = new ArrayList<Column>();
            var cells = new ArrayList<Text>();
            for (var i = 0; i < 60; i++) {
                columns.add(i % 2 == 0 ? Column.exact("c" + i) : Column.text("c" + i, 1));
                cells.add(Text.of("cell " + i));
            }
            var row = new Row(Mark.ADDED, cells, java.util.Optional.of("member+0x0..0x1"));
            assertTrue(
                    written(ReportTest.report(Table.of("Wide", columns, List.of(row)))).length > 0);
        }

        @Test
        void reportWithoutAnythingIsStillADocument() throws IOException {
            var empty =
                    new Report(
                            "",
                            "",
                            "en",
                            new Tool("", ""),
                            java.time.Instant.EPOCH,
                            List.of(),
                            List.of());
            try (var document = Loader.loadPDF(written(empty))) {
                assertEquals(1, document.getNumberOfPages());
            }
        }
    }
}
