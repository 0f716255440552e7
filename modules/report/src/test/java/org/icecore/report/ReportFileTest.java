package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.icecore.evidence.Progress;
import org.icecore.report.ReportFile.Existing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFileTest {

    private static final ReportWriter GREETING = (_, out, _) -> out.write("hello".getBytes());

    @TempDir Path folder;

    static List<ReportWriter> writers() {
        return List.of(new PdfWriter(), new HtmlWriter(), new JsonWriter());
    }

    private void write(ReportWriter writer, Path target, Existing existing) throws IOException {
        ReportFile.write(SampleReport.comparison(), writer, target, existing, Progress.unwatched());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void reportStandsAloneInItsFolder() throws IOException {
        write(GREETING, folder.resolve("r.pdf"), Existing.KEEP);
        assertEquals(List.of("r.pdf"), names());
        assertEquals("hello", Files.readString(folder.resolve("r.pdf")));
    }

    @Test
    void existingFileStaysUnlessItIsToBeReplaced() throws IOException {
        var target = Files.writeString(folder.resolve("r.pdf"), "old");
        var refusal =
                assertThrows(
                        FileAlreadyExistsException.class,
                        () -> write(GREETING, target, Existing.KEEP));
        assertEquals(target + ": exists and was not to be replaced", refusal.getMessage());
        assertEquals("old", Files.readString(target));
    }

    @Test
    void existingFileIsReplacedOnRequest() throws IOException {
        var target = Files.writeString(folder.resolve("r.pdf"), "old");
        write(GREETING, target, Existing.REPLACE);
        assertEquals("hello", Files.readString(target));
    }

    @Test
    void folderIsNeverReplaced() throws IOException {
        var target = Files.createDirectory(folder.resolve("r.pdf"));
        var refusal =
                assertThrows(
                        FileAlreadyExistsException.class,
                        () -> write(GREETING, target, Existing.REPLACE));
        assertEquals(target + ": is a folder", refusal.getMessage());
    }

    @Test
    void missingFolderIsNamed() {
        var target = folder.resolve("missing").resolve("r.pdf");
        var refusal =
                assertThrows(
                        NoSuchFileException.class, () -> write(GREETING, target, Existing.KEEP));
        assertEquals(
                folder.resolve("missing") + ": no folder to write the report into",
                refusal.getMessage());
    }

    @Test
    void folderThatCannotBeWrittenToIsNamed() {
        var proc = Path.of("/proc/self/fdinfo");
        assumeTrue(
                Files.isDirectory(proc),
                "no folder here in which nobody, root included, can create a file");
        var refusal =
                assertThrows(
                        IOException.class,
                        () -> write(GREETING, proc.resolve("r.pdf"), Existing.KEEP));
        assertEquals(true, refusal.getMessage().contains(proc.toString()), refusal.getMessage());
    }

    @Test
    void failureLeavesNothingNewAndTheOldFileWhole() throws IOException {
        var target = Files.writeString(folder.resolve("r.pdf"), "old");
        ReportWriter failing =
                (_, out, _) -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                };
        assertThrows(IOException.class, () -> write(failing, target, Existing.REPLACE));
        assertEquals(List.of("r.pdf"), names());
        assertEquals("old", Files.readString(target));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void cancellingLeavesNoFile(ReportWriter writer) throws IOException {
        Progress impatient =
                (done, _) -> {
                    if (done > 0) {
                        throw new CancellationException();
                    }
                };
        assertThrows(
                CancellationException.class,
                () ->
                        ReportFile.write(
                                SampleReport.comparison(),
                                writer,
                                folder.resolve("r"),
                                Existing.KEEP,
                                impatient));
        assertEquals(List.of(), names());
    }
}
