package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfMemoryTest {

    @TempDir
    Path folder;

    @Test
    void nineThousandRowsFitIntoAHeapOf256Megabytes() throws Exception {
        var file = folder.resolve("large.pdf");
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath(),
                        LargeReport.class.getName(),
                        "9000",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(120, TimeUnit.SECONDS), "still running");
        assertEquals(0, child.exitValue(), said);
        try (var document = Loader.loadPDF(file.toFile())) {
            assertTrue(document.getNumberOfPages() > 250, document.getNumberOfPages() + " pages");
        }
    }

    /// Where this module, what it requires, and these tests lie.
    private static String classPath() throws IOException {
        var tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        return Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""), tests)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
