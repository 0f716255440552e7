package org.icecore.app.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Compression;
import org.icecore.evidence.EvidenceException;
import org.icecore.views.hex.HexDiffView;
import org.icecore.views.hex.HexView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The main job on two checkpoints of 36 MB, plain and compressed, in a heap of 256 MiB: open, select, read, go to an
/// address, compare, step, report. What the window does besides is the matter of [WholeProgramTest].
class LargePairTest {
    private static final Path ALBUM = Path.of("target", "whole-program");
    private static final long PROMISED_HEAP = 256L << 20;
    private static final long PACKED_LIMIT = 1L << 30;
    private static final Pattern POSITION = Pattern.compile("change (\\d+) of (\\d+)");

    private Program program;
    private Examiner examiner;
    private Eyes eyes;

    private enum Packing {
        PLAIN,
        COMPRESSED
    }

    @ParameterizedTest
    @EnumSource
    void isDoneFromOpeningToReportInTheHeapThatIsPromised(Packing packing, @TempDir Path desk)
            throws IOException, EvidenceException {
        var evidence = evidence();
        assumeTrue(hasDisplay(), "needs a display: set DISPLAY, or run it under xvfb-run");
        assertTrue(
                Runtime.getRuntime().maxMemory() <= PROMISED_HEAP,
                "more heap than promised: " + Runtime.getRuntime().maxMemory());
        var pair = pair(packing, evidence, desk);
        var copies = WorkingCopies.now();
        Toolkit.start();
        var report = desk.resolve("web.pdf");
        program = Program.start(desk.resolve("configuration"), pair.files(), report);
        examiner = new Examiner(program, ALBUM);
        eyes = program.eyes();
        try {
            opensBoth();
            showsMemory();
            compares();
            stepsThroughChanges();
            reports(pair, report);
            examiner.photograph("large-" + packing);
        } finally {
            program.close();
        }
        assertEquals(List.of(), copies.held());
    }

    private static Path evidence() {
        var folder = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
        assumeTrue(
                folder.isPresent(), "ICECORE_EVIDENCE does not name the folder of real evidence");
        return folder.orElseThrow().resolve("podman-web");
    }

    private static boolean hasDisplay() {
        return System.getenv("DISPLAY") != null
                && !"Headless".equals(System.getProperty("glass.platform"));
    }

    private static Pair pair(Packing packing, Path evidence, Path desk)
            throws IOException, EvidenceException {
        var before = evidence.resolve("before.tar.zst");
        return switch (packing) {
            case COMPRESSED -> new Pair(before, evidence.resolve("after.tar.gz"));
            case PLAIN ->
                    new Pair(
                            unpacked(before, desk.resolve("before.tar")),
                            unpacked(evidence.resolve("after.tar.gz"), desk.resolve("after.tar")));
        };
    }

    private static Path unpacked(Path packed, Path plain) throws IOException, EvidenceException {
        var source = ByteSource.of(packed.toString(), Files.readAllBytes(packed));
        try (var stream = Compression.of(source).open(source, PACKED_LIMIT)) {
            Files.copy(stream, plain);
        }
        return plain;
    }

    private void opensBoth() {
        examiner.waitUntil("the window is there", () -> eyes.title().equals("Icecore"));
        examiner.press(KeyCode.CONTROL, KeyCode.O);
        examiner.waitUntil("the tasks are listed", () -> eyes.rowCount("Tasks") > 10);
        examiner.waitForJobs();
    }

    private void showsMemory() {
        examiner.selectRow("Tasks", "10 zoo-main");
        examiner.quickAccess("mappings", "Mappings");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the mappings are listed", () -> eyes.rowCount("Mappings") > 20);
        examiner.selectRow("Mappings", "[heap]");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil(
                "the memory is shown", () -> eyes.tab("zoo-main (10) - after").isPresent());
        examiner.waitUntil("the caret is in the heap", () -> eyes.status().contains("[heap]"));
        examiner.press(KeyCode.CONTROL, KeyCode.G);
        examiner.waitUntil("an address can be typed", () -> eyes.focusedName().equals("Go to"));
        examiner.type("0x55a112f1f2a0");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the caret is there", () -> eyes.status().startsWith("0x55a112f1f2a0"));
        var view = examiner.see(() -> eyes.find(HexView.class)).orElseThrow();
        var speech = examiner.see(() -> eyes.speech(view));
        assertTrue(speech.startsWith("55a112f1f2a0, 5a Z, row 5a 4f 4f 2d 53 45 43 52"), speech);
    }

    private void compares() {
        examiner.press(KeyCode.CONTROL, KeyCode.F8);
        examiner.waitUntil(
                "the perspective is Memory", () -> eyes.tab("Data Inspector").isPresent());
        examiner.press(KeyCode.CONTROL, KeyCode.F8);
        examiner.waitUntil("the changes are listed", () -> eyes.rowCount("Changes") > 5);
        examiner.waitForJobs();
        var changes = examiner.see(() -> eyes.rows("Changes"));
        assertTrue(
                changes.stream().anyMatch(row -> row.startsWith("~ | 10 zoo-main | ")),
                changes::toString);
    }

    private void stepsThroughChanges() {
        examiner.selectRow("Tasks", "10 zoo-main");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil(
                "both memories are shown", () -> eyes.find(HexDiffView.class).isPresent());
        examiner.waitUntil(
                "the caret is on a change", () -> POSITION.matcher(eyes.status()).find());
        examiner.waitForJobs();
        var first = position();
        examiner.press(KeyCode.F8);
        examiner.waitUntil("the position advanced", () -> position() == first + 1);
        examiner.press(KeyCode.SHIFT, KeyCode.F8);
        examiner.waitUntil("the position went back", () -> position() == first);
    }

    private int position() {
        var found = POSITION.matcher(eyes.status());
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    private void reports(Pair pair, Path report) throws IOException {
        examiner.choose("File", "Export PDF Report of the Comparison...");
        examiner.waitUntil("the report is written", () -> report.toFile().length() > 0);
        examiner.waitForJobs();
        try (var document = Loader.loadPDF(report.toFile())) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            Stream.of(
                            Pair.sha256(pair.before()),
                            Pair.sha256(pair.after()),
                            "zoo-doomed",
                            "0x600000000000")
                    .forEach(
                            words ->
                                    assertTrue(
                                            text.contains(words), "not in the report: " + words));
        }
    }
}
