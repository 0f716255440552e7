package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own, started as the program is: from the module path, in a small heap.
class PdfMemoryTest {

    @TempDir Path folder;

    @Test
    void nineThousandRowsFitIntoAHeapOf256MegabytesAndNothingIsSaid() throws Exception {
        var file = folder.resolve("large.pdf");
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "--patch-module",
                                "org.icecore.report="
                                        + Path.of("target", "test-classes").toAbsolutePath(),
                                "--module",
                                "org.icecore.report/" + LargeReport.class.getName(),
                                "9000",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(120, TimeUnit.SECONDS), "still running");
        assertEquals("", said);
        assertEquals(0, child.exitValue());
        try (var document = Loader.loadPDF(file.toFile())) {
            assertTrue(document.getNumberOfPages() > 250, document.getNumberOfPages() + " pages");
        }
    }
}
