package org.icecore.app.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.icecore.views.hex.HexDiffView;
import org.icecore.views.hex.HexView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The main job from the first window to the report, on the incident that the repository carries.
///
/// The tests are the steps of one sitting and run in their order; when one fails, those behind it are skipped. Pictures
/// of all steps are left in `target/whole-program`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeProgramTest {
    private static final Path ALBUM = Path.of("target", "whole-program");
    private static final long PLANTED = 0x7f2f369d0000L;
    private static final Pattern POSITION = Pattern.compile("change (\\d+) of (\\d+)");

    private final Pair pair = Pair.incident();
    private final String evidence = pair.trace();
    private final WorkingCopies copies = WorkingCopies.now();
    private Path desk = Path.of("");
    private Optional<Program> program = Optional.empty();
    private Examiner examiner;
    private Eyes eyes;
    private boolean broken;

    @BeforeAll
    void sitDown(@TempDir Path folder) {
        if (Toolkit.hasDisplay()) {
            desk = folder;
            Toolkit.start();
            start();
        }
    }

    private void start() {
        var started = Program.start(desk.resolve("configuration"), pair.files(), report());
        program = Optional.of(started);
        examiner = new Examiner(started, ALBUM);
        eyes = started.eyes();
    }

    private Path report() {
        return desk.resolve("shop.pdf");
    }

    @AfterAll
    void getUp() {
        program.ifPresent(Program::close);
    }

    @BeforeEach
    void goOnOnlyWhereAllWentWell() {
        Assumptions.assumeTrue(
                Toolkit.hasDisplay(),
                "The test of the whole program needs a display: set DISPLAY, or run it under xvfb-run.");
        Assumptions.assumeFalse(broken, "a step before this one failed");
        broken = true;
    }

    @AfterEach
    void showWhatWentWrong(TestInfo step) {
        if (broken) {
            examiner.photographAsIs("failed-" + step.getTestMethod().orElseThrow().getName());
        }
    }

    private void done(String picture) {
        examiner.photograph(picture);
        broken = false;
    }

    @Test
    @Order(1)
    void anEmptyWindowSaysHowToBegin() {
        examiner.waitUntil(
                "the window says how to open checkpoints",
                () ->
                        eyes.shows(
                                "Open checkpoint archives (Ctrl+O) or folders, or drop them on the window."));
        assertAll(
                () ->
                        assertTrue(
                                examiner.see(
                                        () -> eyes.shows("Open a checkpoint to see its tasks."))),
                () -> assertEquals("Icecore", examiner.see(() -> eyes.title())));
        done("01-empty");
    }

    @Test
    @Order(2)
    void twoCheckpointsOpenedAtOnceShowTheirTasks() {
        examiner.press(KeyCode.CONTROL, KeyCode.O);
        examiner.waitUntil("the tasks are listed", () -> eyes.rowCount("Tasks") > 3);
        examiner.waitForJobs();
        examiner.waitUntil("the later checkpoint is in front", () -> eyes.rowCount("Tasks") == 10);
        assertEquals(
                List.of(
                        "1 start.sh",
                        "6 python3",
                        "23 nc",
                        "35 nc",
                        "54 sh",
                        "56 sshd",
                        "69 sh",
                        "72 kworker/u8:3",
                        "85 sleep",
                        "99 sleep"),
                examiner.see(() -> eyes.rows("Tasks")).stream()
                        .map(row -> row.substring(0, row.indexOf(" |")))
                        .sorted((a, b) -> Integer.compare(pid(a), pid(b)))
                        .toList());
        done("02-opened");
    }

    private static int pid(String task) {
        return Integer.parseInt(task.substring(0, task.indexOf(' ')));
    }

    @Test
    @Order(3)
    void aTaskThatIsSelectedShowsItsMappings() {
        examiner.selectRow("Tasks", "6 python3");
        examiner.quickAccess("mappings", "Mappings");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the mappings are listed", () -> eyes.rowCount("Mappings") > 20);
        assertTrue(
                examiner.see(() -> eyes.rows("Mappings")).stream()
                        .anyMatch(
                                row ->
                                        row.contains("0x37c47000-0x37e77000")
                                                && row.contains("[heap]")));
        done("03-mappings");
    }

    @Test
    @Order(4)
    void enterOnAMappingShowsItsBytes() {
        examiner.selectRow("Mappings", "[heap]");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil(
                "the memory is shown", () -> eyes.tab("python3 (6) - after").isPresent());
        examiner.waitUntil("the caret is in the heap", () -> eyes.status().contains("[heap]"));
        done("04-heap");
    }

    @Test
    @Order(5)
    void anAddressThatIsTypedShowsThePlantedBytes() {
        examiner.press(KeyCode.CONTROL, KeyCode.G);
        examiner.waitUntil("an address can be typed", () -> eyes.focusedName().equals("Go to"));
        examiner.type("0x7f2f369d0000");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the caret is there", () -> eyes.status().startsWith("0x7f2f369d0000"));
        var view = examiner.see(() -> eyes.find(HexView.class)).orElseThrow();
        assertEquals(PLANTED, examiner.see(() -> view.navigation().caret()));
        assertEquals(
                "7f2f369d0000, fc, row fc 48 83 e4 f0 90 90 90 90 90 90 90 90 90 90 90, text H",
                examiner.see(() -> eyes.speech(view)));
        examiner.press(KeyCode.SHIFT, KeyCode.RIGHT);
        examiner.press(KeyCode.SHIFT, KeyCode.RIGHT);
        examiner.press(KeyCode.SHIFT, KeyCode.RIGHT);
        examiner.press(KeyCode.SHIFT, KeyCode.RIGHT);
        examiner.waitUntil(
                "five bytes are selected", () -> eyes.status().contains("5 bytes selected"));
        examiner.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals("fc 48 83 e4 f0", examiner.see(eyes::clipboard));
        done("05-planted");
    }

    @Test
    @Order(6)
    void theComparisonListsWhatCame() {
        examiner.press(KeyCode.CONTROL, KeyCode.F8);
        examiner.waitUntil(
                "the perspective is Memory", () -> eyes.tab("Data Inspector").isPresent());
        examiner.photograph("06-memory");
        examiner.press(KeyCode.CONTROL, KeyCode.F8);
        examiner.waitUntil("the changes are listed", () -> eyes.rowCount("Changes") > 5);
        examiner.waitForJobs();
        var changes = examiner.see(() -> eyes.rows("Changes"));
        assertTrue(
                changes.stream().anyMatch(row -> row.startsWith("+ | 56 sshd")), changes::toString);
        done("06-compare");
    }

    @Test
    @Order(7)
    void theChangesOfMemoryAreSteppedThrough() {
        examiner.selectRow("Tasks", "6 python3");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil(
                "both memories are shown", () -> eyes.find(HexDiffView.class).isPresent());
        examiner.waitUntil(
                "the caret is on a change", () -> POSITION.matcher(eyes.status()).find());
        examiner.waitForJobs();
        int first = position();
        examiner.press(KeyCode.F8);
        examiner.waitUntil("the position advanced", () -> position() == first + 1);
        examiner.press(KeyCode.F8);
        examiner.waitUntil("the position advanced again", () -> position() == first + 2);
        examiner.press(KeyCode.SHIFT, KeyCode.F8);
        examiner.waitUntil("the position went back", () -> position() == first + 1);
        done("07-change");
    }

    private int position() {
        var found = POSITION.matcher(eyes.status());
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    @Test
    @Order(8)
    void aViewIsDraggedElsewhere() {
        double before =
                examiner.see(() -> eyes.place(eyes.tab("Properties").orElseThrow()).getMinX());
        var tasks = examiner.see(() -> eyes.table("Tasks")).orElseThrow();
        examiner.dragTab(
                "Properties",
                tasks,
                () -> {
                    examiner.waitUntil(
                            "the goal is highlighted",
                            () -> eyes.styled("drop-preview").isPresent());
                    examiner.photographAsIs("08-dragging");
                });
        examiner.waitUntil("the view is at the left", () -> propertiesAt() < 0.25);
        assertTrue(before > 0.25, "the view was at the left already: " + before);
        done("08-dragged");
    }

    private double propertiesAt() {
        return eyes.tab("Properties").map(tab -> eyes.place(tab).getMinX()).orElse(1.0);
    }

    @Test
    @Order(9)
    void quickAccessFindsCommandsAndTasks() {
        examiner.quickAccess("kwork", "72 kworker/u8:3");
        examiner.photograph("09-quick-access");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the task is selected", () -> eyes.status().equals("after: task 72"));
        examiner.quickAccess("dark", "Dark Theme");
        examiner.press(KeyCode.ENTER);
        examiner.waitUntil("the list is gone", () -> !eyes.focusedName().equals("Quick Access"));
        double dark = eyes.brightness();
        assertTrue(dark < 0.4, "too bright for a dark theme: " + dark);
        done("09-dark");
    }

    @Test
    @Order(10)
    void theReportIsWrittenAndCanBeReadBack() throws IOException {
        examiner.choose("File", "Export PDF Report of the Comparison...");
        examiner.waitUntil("the report is written", () -> report().toFile().length() > 0);
        examiner.waitForJobs();
        try (var document = Loader.loadPDF(report().toFile())) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            Stream.of(
                            "shop",
                            Pair.sha256(pair.before()),
                            Pair.sha256(pair.after()),
                            "kworker",
                            "/tmp/.x (deleted)",
                            "0x7f2f369d0000")
                    .forEach(
                            words ->
                                    assertTrue(
                                            text.contains(words.replace(" ", "")),
                                            "not in the report: " + words));
        }
        done("10-exported");
    }

    @Test
    @Order(11)
    void theNextStartFindsTheWindowAsItWas() {
        program.orElseThrow().close();
        assertEquals(List.of(), copies.held());
        start();
        examiner.waitUntil("the view is at the left", () -> propertiesAt() < 0.25);
        assertAll(
                () ->
                        assertTrue(
                                examiner.see(() -> eyes.tab("Changes").isPresent()),
                                "the perspective is Compare"),
                () -> assertTrue(eyes.brightness() < 0.4, "the theme is dark"),
                () -> assertEquals(evidence, pair.trace(), "the evidence is as it was"));
        Toolkit.waitUntil(
                "no working copy is left",
                () -> copies.left().isEmpty(),
                () -> copies.left().toString());
        done("11-again");
    }
}
