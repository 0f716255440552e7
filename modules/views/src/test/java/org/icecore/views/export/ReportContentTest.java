package org.icecore.views.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.icecore.analysis.acquisition.AcquisitionTable;
import org.icecore.analysis.compare.Comparison;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.fixtures.EvidenceSet;
import org.icecore.report.Block;
import org.icecore.report.HtmlWriter;
import org.icecore.report.JsonWriter;
import org.icecore.report.Listing;
import org.icecore.report.Note;
import org.icecore.report.PdfWriter;
import org.icecore.report.Report;
import org.icecore.report.ReportWriter;
import org.icecore.report.Row;
import org.icecore.report.Section;
import org.icecore.report.Table;
import org.icecore.report.Tool;
import org.icecore.report.Tree;
import org.icecore.report.VisibleText;
import org.icecore.report.content.Bounds;
import org.icecore.report.content.CheckpointReport;
import org.icecore.report.content.ComparisonReport;
import org.icecore.report.content.Exhibit;
import org.icecore.report.content.Extent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What stands in the reports on the sample investigation, in all formats.
class ReportContentTest {

    private static final Tool TOOL = new Tool("Icecore", "1");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Checkpoint> opened = new ArrayList<>();

    @BeforeEach
    void openThePair() throws EvidenceException {
        var incident = EvidenceSet.find("incident").orElseThrow();
        opened.add(incident.open("before"));
        opened.add(incident.open("after"));
    }

    @AfterEach
    void closeIt() {
        opened.forEach(Checkpoint::close);
    }

    private Report comparison(Extent extent, Bounds bounds) throws EvidenceException {
        var before = opened.getFirst();
        var after = opened.getLast();
        return new ComparisonReport(
                        Comparison.of(before, after, Progress.unwatched()),
                        Exhibit.of(before, Optional.empty(), Progress.unwatched()),
                        Exhibit.of(after, Optional.empty(), Progress.unwatched()),
                        TOOL,
                        NOON,
                        bounds,
                        extent)
                .report();
    }

    private Report whole() throws EvidenceException {
        return comparison(Extent.WHOLE, Bounds.forPaper());
    }

    private Report checkpoint() throws EvidenceException {
        return new CheckpointReport(
                        Exhibit.of(opened.getLast(), Optional.empty(), Progress.unwatched()),
                        TOOL,
                        NOON,
                        Bounds.forPaper())
                .report();
    }

    private static List<Section> all(List<Section> sections) {
        var all = new ArrayList<Section>();
        for (var section : sections) {
            all.add(section);
            all.addAll(all(section.sections()));
        }
        return all;
    }

    private static Section section(Report report, String anchor) {
        return all(report.sections()).stream()
                .filter(section -> section.anchor().equals(anchor))
                .findFirst()
                .orElseThrow();
    }

    private static <B extends Block> List<B> blocks(Report report, Class<B> kind) {
        return all(report.sections()).stream()
                .flatMap(section -> section.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static String written(Report report, ReportWriter writer) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(report, out, Progress.unwatched());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class TwoUnrelatedContainers {

        @Test
        void areBothNamedAndWarnedOfOnTheTitlePage() throws Exception {
            opened.set(1, EvidenceSet.find("podman-counter").orElseThrow().open("after"));
            var report = comparison(Extent.CHANGES_ONLY, Bounds.forPaper());
            assertTrue(report.subtitle().startsWith("shop: before"), report::subtitle);
            assertTrue(report.subtitle().contains(" and counter: after"), report::subtitle);
            var first = report.facts().getFirst();
            assertEquals("Caution", first.name());
            assertTrue(first.toString().contains("are unrelated containers"), first::toString);
        }

        @Test
        void areNotWarnedOfWhereThereIsOne() throws Exception {
            var report = comparison(Extent.CHANGES_ONLY, Bounds.forPaper());
            assertTrue(report.subtitle().startsWith("shop: before"), report::subtitle);
            assertTrue(report.facts().stream().noneMatch(fact -> fact.name().equals("Caution")));
        }
    }

    @Nested
    class TasksThatCame {

        @Test
        void areQuotedWithWhatIsStoredOfExecutableMemoryAndTheTextOfTheHeap() throws Exception {
            var json = written(whole(), new JsonWriter());
            assertTrue(
                    json.contains(
                            "Executable memory of task 85 at 0x7f32a1fca000, rwxp anonymous: 4,096 bytes stored"));
            assertTrue(json.contains("C2CFG{host=127.0.0.1;port=4445;campaign=bench-demo"));
            assertTrue(json.contains("Memory of task 6 mapped only after, at 0x7f2f369d0000"));
        }

        /// Zeros that are stored nowhere, and the vDSO that is the same in every task, would drown what was put there.
        @Test
        void areNotQuotedWhereTheBytesTellNothingAndThatIsSaid() throws Exception {
            var json = written(whole(), new JsonWriter());
            assertTrue(
                    json.contains(
                            "The [vdso] of task 85 at 0x7f32a1fd9000, 8,192 bytes, equals that of task 1 byte for byte and is"
                                    + " not quoted."));
            assertFalse(json.contains("Executable memory of task 85 at 0x7f32a1fd9000"));
            assertTrue(
                    json.contains(
                            "1 run of memory mapped only after (12,288 bytes) of task 6 is not quoted: it holds nothing but"
                                    + " zeros, which are stored nowhere."));
            assertFalse(json.contains("mapped only after, at 0x7f2f369d1000"));
        }

        @Test
        void leaveTheirFilesToTheReportWithTheDigestOfTheBeacon() throws EvidenceException {
            var files =
                    section(checkpoint(), "checkpoint-recovered").blocks().stream()
                            .filter(Table.class::isInstance)
                            .map(Table.class::cast)
                            .flatMap(table -> table.rows().stream())
                            .map(
                                    row ->
                                            row.cells().getFirst().plain()
                                                    + " "
                                                    + row.cells().getLast().plain())
                            .toList();
            assertEquals(
                    List.of(
                            "/tmp/.x cc27ab03ce66bddbfb29639dd50f24113dfb39d503374bde1138cf0a531453aa",
                            "/memfd:kworker (deleted)"
                                    + " cc27ab03ce66bddbfb29639dd50f24113dfb39d503374bde1138cf0a531453aa",
                            "/run/inj a6fd2652e1acff581a664fcda4382f4b52d9211b0f21353ffd6a7e24ea8b5b93",
                            "/run/adduser e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                    files);
        }
    }

    @Nested
    class WhoeverDistrustsIt {

        @Test
        void findsACommandThatShowsTheEntryOfTheFirstTask() throws EvidenceException {
            var commands =
                    section(whole(), "recheck").blocks().stream()
                            .filter(Listing.class::isInstance)
                            .map(Listing.class::cast)
                            .map(Listing::lines)
                            .toList();
            for (var i = 0; i < 2; i++) {
                var name = opened.get(i).archive().path().getFileName().toString();
                assertEquals(
                        List.of(
                                "sha256sum " + name,
                                "tar %s %s checkpoint/pstree.img | xxd -s 0xc -l 0xa"
                                        .formatted(name.endsWith(".gz") ? "-xzOf" : "-xOf", name)),
                        commands.get(i));
            }
        }

        @Test
        void findsInWhichArchiveAChangeStands() throws EvidenceException {
            var place = Pattern.compile("(before|after): [^ ]+\\+0x[0-9a-f]+\\.\\.0x[0-9a-f]+");
            var changes =
                    blocks(whole(), Table.class).stream()
                            .filter(table -> table.caption().orElse("").startsWith("Changes of"))
                            .flatMap(table -> table.rows().stream())
                            .map(Row::location)
                            .flatMap(Optional::stream)
                            .toList();
            assertTrue(changes.size() > 20, changes.size() + " changes with a place");
            for (var change : changes) {
                assertTrue(place.matcher(change).find(), change);
            }
        }

        @Test
        void findsTheDigestOfEachArchiveWhole() throws Exception {
            var digests = new ArrayList<String>();
            for (var checkpoint : opened) {
                var bytes = Files.readAllBytes(checkpoint.archive().path());
                digests.add(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            }
            assertEquals(
                    digests,
                    whole().facts().stream()
                            .filter(fact -> fact.name().endsWith("SHA-256"))
                            .map(fact -> fact.value().plain())
                            .toList());
        }

        @Test
        void isToldThePagesOfAllChangesThatAreNotQuoted() throws EvidenceException {
            var pages =
                    blocks(whole(), Table.class).stream()
                            .filter(
                                    table ->
                                            table.caption()
                                                    .orElse("")
                                                    .startsWith("Pages of task 6"))
                            .findFirst()
                            .orElseThrow();
            var bytes =
                    pages.rows().stream()
                            .mapToInt(
                                    row ->
                                            Integer.parseInt(
                                                    row.cells().get(3).plain().replace(",", "")))
                            .sum();
            var note =
                    blocks(whole(), Note.class).stream()
                            .map(one -> one.text().plain())
                            .filter(text -> text.contains("of task 6 are not quoted here"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(note.contains("(%,d bytes)".formatted(bytes)), note + " but " + bytes);
            assertTrue(
                    pages.rows().stream()
                            .allMatch(
                                    row ->
                                            row.location()
                                                    .orElse("")
                                                    .matches("before: .*, after: .*")),
                    "a page without its places");
        }
    }

    @Nested
    class WhatIsLeftOut {

        @Test
        void isCountedOverTheWholeReport() throws Exception {
            var report = comparison(Extent.WHOLE, new Bounds(5, 300, 40, 256));
            var omitted =
                    all(report.sections()).stream()
                            .filter(section -> !section.anchor().equals("left-out"))
                            .flatMap(section -> section.blocks().stream())
                            .mapToLong(block -> block instanceof Table table ? table.omitted() : 0)
                            .sum();
            var text = written(report, new JsonWriter());
            assertTrue(omitted > 100, omitted + " rows left out");
            assertTrue(
                    text.contains(", %,d left out".formatted(treesOmitted(report) + omitted)),
                    "the sum is not told");
        }

        private static long treesOmitted(Report report) {
            return blocks(report, Tree.class).stream().mapToLong(Tree::omitted).sum();
        }

        /// The window and the report tell the same statements on how the checkpoints were taken.
        @Test
        void andWhyItIsNotInTheCheckpointStandsInTheChapterOnTheAcquisition()
                throws EvidenceException {
            for (var side : List.of("before", "after")) {
                var checkpoint = opened.get(side.equals("before") ? 0 : 1);
                var rows =
                        section(whole(), side + "-acquisition").blocks().stream()
                                .filter(Table.class::isInstance)
                                .map(Table.class::cast)
                                .flatMap(table -> table.rows().stream())
                                .map(row -> row.cells().get(1).plain() + row.cells().get(3).plain())
                                .toList();
                assertEquals(
                        AcquisitionTable.of(checkpoint).rows().stream()
                                .map(statement -> statement.subject() + statement.why())
                                .toList(),
                        rows);
            }
            var gaps =
                    section(comparison(Extent.CHANGES_ONLY, Bounds.forPaper()), "after-acquisition")
                            .blocks()
                            .stream()
                            .filter(Table.class::isInstance)
                            .map(Table.class::cast)
                            .flatMap(table -> table.rows().stream())
                            .map(row -> row.cells().getFirst().plain())
                            .distinct()
                            .sorted()
                            .toList();
            assertEquals(List.of("caution", "gap"), gaps);
        }

        @Test
        void ofChangesOnlyIsSaid() throws EvidenceException {
            var report = comparison(Extent.CHANGES_ONLY, Bounds.forPaper());
            assertEquals("Container checkpoint comparison, changes only", report.title());
            var anchors = all(report.sections()).stream().map(Section::anchor).toList();
            assertTrue(anchors.contains("changes-task-6"), anchors.toString());
            assertFalse(anchors.contains("after-task-6"), anchors.toString());
            assertTrue(anchors.contains("after-container"), anchors.toString());
            assertEquals(
                    "This report holds changes only. Left out are the task tree, sockets, mappings and open files of each"
                            + " checkpoint (3 tasks before, 10 after) and the 0 tasks that did not change. The full report of"
                            + " the same two archives holds them.",
                    section(report, "left-out").blocks().stream()
                            .filter(Note.class::isInstance)
                            .map(Note.class::cast)
                            .findFirst()
                            .orElseThrow()
                            .text()
                            .plain());
        }

        @Test
        void includesTasksBeyondTheBound() throws EvidenceException {
            var report = comparison(Extent.WHOLE, new Bounds(2_000, 2, 40, 256));
            assertEquals(2, section(report, "changes").sections().size());
            assertEquals(
                    "9 more tasks with changes have no section of their own here.",
                    ((Note) section(report, "changes").blocks().getFirst()).text().plain());
            assertEquals(2, section(report, "after-by-task").sections().size());
        }
    }

    @Nested
    class Formats {

        @Test
        void holdTheSameStatements() throws Exception {
            var report = whole();
            var html = written(report, new HtmlWriter());
            var json = written(report, new JsonWriter());
            for (var section : all(report.sections())) {
                var title = VisibleText.of(section.title());
                assertTrue(html.contains(escaped(title)), title);
                assertTrue(json.contains(section.title()), title);
            }
            for (var table : blocks(report, Table.class)) {
                for (var row : table.rows()) {
                    for (var cell : row.cells()) {
                        var text = escaped(VisibleText.of(cell.plain()));
                        assertTrue(html.contains(text), text);
                    }
                    row.location().ifPresent(at -> assertTrue(json.contains(at), at));
                    row.location().ifPresent(at -> assertTrue(html.contains(at), at));
                }
            }
            for (var note : blocks(report, Note.class)) {
                assertTrue(json.contains(note.text().plain()), note.text().plain());
            }
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }

        @Test
        void areTheSameBytesForTheSameEvidence() throws Exception {
            for (var writer : List.of(new PdfWriter(), new HtmlWriter(), new JsonWriter())) {
                var first = new ByteArrayOutputStream();
                var second = new ByteArrayOutputStream();
                writer.write(whole(), first, Progress.unwatched());
                writer.write(whole(), second, Progress.unwatched());
                assertArrayEquals(first.toByteArray(), second.toByteArray());
            }
        }
    }

    @Test
    void whatChangedComesBeforeHowTheCheckpointsWereTaken() throws EvidenceException {
        var chapters = whole().sections().stream().map(Section::anchor).toList();
        assertEquals(List.of("scope", "summary"), chapters.subList(0, 2));
        assertEquals("acquisition", chapters.getLast());
    }

    @Test
    void theReportOnOneCheckpointSaysHowToReCheckItToo() throws EvidenceException {
        var anchors = all(checkpoint().sections()).stream().map(Section::anchor).toList();
        assertEquals(
                List.of("scope", "acquisition", "conventions", "recheck", "left-out"),
                anchors.subList(0, 5));
    }

    @Test
    void theDumpThatPagesComeFromIsNamedWithItsDigestAndHowToCheckIt() throws Exception {
        var set = EvidenceSet.find("podman-precheckpoint");
        assumeTrue(set.isPresent(), "ICECORE_EVIDENCE does not name the folder of real evidence");
        var folder = set.get().folder();
        var parent = folder.resolve("pre.tar");
        try (var checkpoint =
                Checkpoint.open(
                        CheckpointSource.of(folder.resolve("full-with-previous.tar"))
                                .withParents(List.of(parent)),
                        new CheckpointId("full"),
                        Progress.unwatched())) {
            var report =
                    new CheckpointReport(
                                    Exhibit.of(checkpoint, Optional.empty(), Progress.unwatched()),
                                    TOOL,
                                    NOON,
                                    Bounds.forPaper())
                            .report();
            assertEquals(
                    List.of(
                            "earlier dump, archive: pre.tar",
                            "earlier dump, size: %,d bytes".formatted(Files.size(parent)),
                            "earlier dump, SHA-256: " + sha256(parent)),
                    report.facts().stream()
                            .filter(fact -> fact.name().startsWith("earlier dump, "))
                            .map(fact -> fact.name() + ": " + fact.value().plain())
                            .toList());
            assertTrue(
                    blocks(report, Listing.class).stream()
                            .anyMatch(
                                    commands -> commands.toString().contains("sha256sum pre.tar")));
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
