package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The sample report in each text format, against the files beside this class. Where one differs, what was written is kept
/// in `target/golden` for a look.
class GoldenFilesTest {

    private static String written(ReportWriter writer, Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(report, out, Progress.unwatched());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void compare(String name, String actual) throws IOException {
        try (var in = GoldenFilesTest.class.getResourceAsStream(name)) {
            var expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(actual)) {
                var folder = Files.createDirectories(Path.of("target", "golden"));
                Files.writeString(folder.resolve(name), actual);
            }
            assertEquals(expected, actual, "written to target/golden/" + name);
        }
    }

    @Nested
    class Json {

        @Test
        void comparisonIsAsAgreed() throws IOException {
            compare("comparison.json", written(new JsonWriter(), SampleReport.comparison()));
        }

        @Test
        void namesAreReadBackLetterForLetter() throws IOException {
            var root =
                    JsonMapper.shared()
                            .readTree(written(new JsonWriter(), SampleReport.comparison()));
            var rows = root.at("/sections/3/blocks/0/rows");
            assertEquals(SampleReport.OVERRIDE, rows.at("/5/cells/2").asString());
            assertEquals(SampleReport.FORGED, rows.at("/6/cells/2").asString());
            assertEquals("added", rows.at("/6/mark").asString());
        }

        @Test
        void charactersThatCannotBeSeenAreEscapedInTheFile() throws IOException {
            var json = written(new JsonWriter(), SampleReport.comparison());
            assertTrue(json.contains("invoice\\u202efdp.exe"), "no escape");
            assertFalse(json.contains("\u202E"), "a raw override");
        }
    }

    @Nested
    class Html {

        @Test
        void comparisonIsAsAgreed() throws IOException {
            compare("comparison.html", written(new HtmlWriter(), SampleReport.comparison()));
        }

        @Test
        void everyLinkLeadsToAnElement() throws IOException {
            var html = written(new HtmlWriter(), SampleReport.comparison());
            var links = all(html, "href=\"#([^\"]+)\"");
            assertTrue(links.contains("heap-6"), "no link at all");
            assertTrue(all(html, "id=\"([^\"]+)\"").containsAll(links), "a link leads nowhere");
        }

        @Test
        void nothingIsFetchedAndNothingRuns() throws IOException {
            var html = written(new HtmlWriter(), SampleReport.comparison());
            assertEquals(
                    Set.of(),
                    all(html, "(<script|<img|<link|<iframe|src=|style=|\\son\\w+=|url\\()"));
            assertEquals(Set.of(), all(html, "href=\"([^#])"));
        }

        @Test
        void markupInEvidenceIsText() throws IOException {
            var html =
                    written(
                            new HtmlWriter(),
                            ReportTest.report(Paragraph.of("<script>alert('1')</script>&\"\n")));
            assertTrue(
                    html.contains(
                            "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;\\n</p>"),
                    html);
        }

        private static Set<String> all(String html, String pattern) {
            var found = new TreeSet<String>();
            var body =
                    Pattern.compile("<style>.*</style>", Pattern.DOTALL)
                            .matcher(html)
                            .replaceAll("");
            var matcher = Pattern.compile(pattern).matcher(body);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }
    }

    @Test
    void writingTwiceGivesTheSameBytes() throws IOException {
        for (var writer : ReportFileTest.writers()) {
            var first = new ByteArrayOutputStream();
            var second = new ByteArrayOutputStream();
            writer.write(SampleReport.comparison(), first, Progress.unwatched());
            writer.write(SampleReport.comparison(), second, Progress.unwatched());
            assertArrayEquals(
                    first.toByteArray(), second.toByteArray(), writer.getClass().getSimpleName());
        }
    }
}
