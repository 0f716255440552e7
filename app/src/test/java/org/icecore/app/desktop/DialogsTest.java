package org.icecore.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchCommands;
import org.icecore.views.bench.MemoryKey;
import org.icecore.views.compare.CompareOverviewKey;
import org.icecore.views.desk.StoredFileCommands;
import org.icecore.views.export.ReportExport;
import org.icecore.workbench.StandardCommands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Commands that ask for a file")
class DialogsTest {
    private static final CheckpointId AFTER = new CheckpointId("after");
    private static final ArtefactRef PASSWD = new ArtefactRef.OfRootfsEntry(AFTER, "/etc/passwd");

    @TempDir private Path folder = Path.of("");

    private DesktopWindow start(List<Path> files) {
        var window = DesktopWindow.open(folder.resolve("configuration"), files);
        DesktopWindow.until("opened", () -> window.bench().open().size() == files.size());
        return window;
    }

    private DesktopWindow compared() {
        var window = start(DesktopWindow.sample());
        DesktopWindow.until(
                "compared", () -> window.bench().comparison().get().found().isPresent());
        return window;
    }

    private static List<String> messages(DesktopWindow window) {
        return DesktopWindow.call(
                () ->
                        window.services().errorLog().entries().stream()
                                .map(entry -> entry.message())
                                .toList());
    }

    private static boolean told(DesktopWindow window, String beginning) {
        return messages(window).stream().anyMatch(message -> message.startsWith(beginning));
    }

    @Test
    void openAFolderWithImages() throws IOException {
        var copied = Files.createDirectories(folder.resolve("container-42"));
        for (var archive : DesktopWindow.sample()) {
            Files.copy(archive, copied.resolve(archive.getFileName()));
        }
        try (var window = start(List.of()).choosing(copied)) {
            assertTrue(window.execute(BenchCommands.OPEN_FOLDER));
            DesktopWindow.until("opened", () -> window.bench().open().size() == 2);
            assertEquals(List.of("Open a folder with checkpoints"), window.asked());
        }
    }

    @Test
    void doNothingIfNoneIsChosen() {
        try (var window = start(List.of())) {
            assertTrue(window.execute(BenchCommands.OPEN_FOLDER));
            assertTrue(window.execute(BenchCommands.OPEN));
            assertEquals(
                    List.of("Open a folder with checkpoints", "Open checkpoint archives"),
                    window.asked());
            assertEquals(List.of(), DesktopWindow.call(() -> List.copyOf(window.bench().items())));
        }
    }

    @Test
    void copyTheDigestOfAFileOfTheRootFileSystemAndSaveIt()
            throws IOException, NoSuchAlgorithmException {
        try (var window = start(List.of(DesktopWindow.sample().getLast())).choosing(folder)) {
            assertFalse(window.execute(StoredFileCommands.SAVE), "nothing is selected");
            DesktopWindow.run(() -> window.selection().select("test", PASSWD));

            assertTrue(window.execute(StoredFileCommands.COPY_DIGEST));
            DesktopWindow.until("copied", () -> told(window, "SHA-256 copied: "));
            var digest = DesktopWindow.call(() -> Clipboard.getSystemClipboard().getString());

            assertTrue(window.execute(StoredFileCommands.SAVE));
            DesktopWindow.until("saved", () -> told(window, "Saved: "));
            var saved = Files.readAllBytes(folder.resolve("passwd"));
            assertTrue(new String(saved, StandardCharsets.UTF_8).startsWith("root:x:0:0:"));
            assertEquals(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(saved)),
                    digest);
            assertEquals(List.of("Save a copy"), window.asked());
        }
    }

    @Test
    void exportOnlyTheChangesAndSayWhereTheyAre() throws IOException {
        try (var window = compared().choosing(folder)) {
            assertTrue(window.execute(ReportExport.CHANGES.id()));
            var report = folder.resolve("shop-before-after-changes.pdf");
            DesktopWindow.until(
                    "ended",
                    () ->
                            window.services().jobs().finished().stream()
                                    .anyMatch(job -> job.title().startsWith("writing the report")));
            assertEquals(
                    List.of("Report written: " + report),
                    messages(window).stream()
                            .filter(text -> text.contains(" report") || text.startsWith("Report"))
                            .toList());
            assertEquals(
                    "%PDF",
                    new String(Files.readAllBytes(report), 0, 4, StandardCharsets.US_ASCII));
            assertEquals("Report written: " + report, notice(window));

            DesktopWindow.run(() -> ((ButtonBase) status(window)).fire());
            DesktopWindow.until("read", () -> !DesktopWindow.call(status(window)::isVisible));
            assertTrue(window.execute(ReportExport.OPEN_FOLDER.id()));
        }
    }

    private static String lastAsked(DesktopWindow window) {
        assertTrue(window.execute(ReportExport.EXPORT.id()));
        return window.asked().getLast();
    }

    @Test
    void exportAReportOnTheComparisonWhereItIsWhatOneWorksOn() {
        var both = "Export a report on shop (before) and shop (after)";
        try (var window = compared()) {
            assertEquals("Export a report on shop (after)", lastAsked(window));

            DesktopWindow.run(() -> window.services().parts().openEditor(new CompareOverviewKey()));
            assertEquals(both, lastAsked(window));

            DesktopWindow.run(() -> window.services().parts().openEditor(AFTER));
            assertEquals("Export a report on shop (after)", lastAsked(window));

            window.execute(StandardCommands.showPerspective(DesktopPerspectives.COMPARE));
            DesktopWindow.run(() -> window.services().parts().openEditor(AFTER));
            assertEquals(both, lastAsked(window));

            assertTrue(window.execute(ReportExport.CHECKPOINT.id()));
            assertEquals("Export a report on shop (after)", window.asked().getLast());
        }
    }

    @Test
    void proposeAPlaceAwayFromTheEvidence() throws IOException {
        var copied = folder.resolve("before.tar.gz");
        Files.copy(DesktopWindow.sample().getFirst(), copied);
        try (var window = start(List.of()).choosing(copied)) {
            assertTrue(window.execute(BenchCommands.OPEN));
            DesktopWindow.until("opened", () -> window.bench().open().size() == 1);
            assertTrue(window.execute(ReportExport.CHECKPOINT.id()));
            var proposed = window.proposed().getLast();
            assertEquals("shop-before-report.pdf", proposed.getFileName().toString());
            assertTrue(
                    proposed.startsWith(Path.of(System.getProperty("user.home"))),
                    proposed.toString());
        }
    }

    private static String notice(DesktopWindow window) {
        return DesktopWindow.call(() -> ((ButtonBase) status(window)).getText());
    }

    private static javafx.scene.Node status(DesktopWindow window) {
        return DesktopWindow.call(
                () -> window.stage().getScene().getRoot().lookup("#status-notice"));
    }

    @Test
    void openTheMemoryOfAThirdCheckpoint() throws IOException {
        var third = Files.copy(DesktopWindow.sample().getLast(), folder.resolve("later.tar.gz"));
        try (var window = compared().choosing(third)) {
            assertTrue(window.execute(BenchCommands.OPEN));
            DesktopWindow.until("opened", () -> window.bench().open().size() == 3);
            var key =
                    new MemoryKey(
                            new CheckpointId("later"),
                            new Pid(6),
                            new VirtualAddress(0x7f2f369d0000L));
            DesktopWindow.run(() -> window.services().parts().openEditor(key));
            DesktopWindow.until(
                    "mapped",
                    () ->
                            window.services()
                                    .parts()
                                    .editor(key)
                                    .orElseThrow()
                                    .status()
                                    .getValue()
                                    .startsWith("0x7f2f369d0000"));
            assertEquals(
                    "python3 (6) - later",
                    DesktopWindow.call(
                            () ->
                                    window.services()
                                            .parts()
                                            .editor(key)
                                            .orElseThrow()
                                            .title()
                                            .getValue()));
            assertEquals(
                    List.of("before", "after"),
                    DesktopWindow.call(
                            () ->
                                    window.bench().comparison().get().chosen().stream()
                                            .flatMap(
                                                    pair ->
                                                            List.of(pair.before(), pair.after())
                                                                    .stream())
                                            .map(item -> item.id().value())
                                            .toList()));
        }
    }
}
