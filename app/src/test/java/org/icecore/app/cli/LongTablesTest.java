package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.icecore.fixtures.LargeArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A JVM of its own, which has room for the checkpoint and not for the rows of its tables.
@DisplayName("With a heap of 48 MiB, of two thousand tasks")
class LongTablesTest {

    private static final int TASKS = 2000;
    private static final int DESCRIPTORS = 20;
    private static final int MAPPINGS = 29;
    private static final String HEAP = "-Xmx48m";
    private static final long LONGEST_MINUTES = 5;

    @TempDir static Path folder;

    @BeforeAll
    static void writeArchive() throws IOException {
        new LargeArchive(TASKS, DESCRIPTORS, MAPPINGS, 0).write(folder.resolve("large.tar"));
    }

    @Test
    @DisplayName("40,000 descriptors are told in lines")
    void descriptors() throws Exception {
        assertEquals(TASKS * DESCRIPTORS, linesWith(" O_RDONLY ", inspected(HEAP, "--files")));
    }

    @Test
    @DisplayName("60,000 mappings are told in lines")
    void mappings() throws Exception {
        var answer = inspected(HEAP, "--mappings");
        assertEquals(TASKS * MAPPINGS, linesWith(" /bin/worker", answer));
        assertEquals(TASKS, linesWith(" anonymous ", answer));
    }

    @Test
    @DisplayName("60,000 mappings are told as JSON")
    void mappingsAsJson() throws Exception {
        var answer = inspected(HEAP, "--mappings", "--format=json");
        assertEquals(TASKS * (MAPPINGS + 1), linesWith("\"range\" : ", answer));
    }

    @Nested
    @DisplayName("and with one of 36 MiB, all tables")
    class All {

        @Test
        @DisplayName("are told in lines")
        void lines() throws Exception {
            var answer = inspected("-Xmx36m", "--all");
            assertEquals(TASKS * MAPPINGS, linesWith(" r-xp ", answer));
            assertEquals(TASKS * DESCRIPTORS, linesWith(" O_RDONLY ", answer));
            assertEquals(TASKS, linesWith("  PAGEMAP  ", answer));
        }

        @Test
        @DisplayName("are told as JSON")
        void json() throws Exception {
            var answer = inspected("-Xmx36m", "--all", "--format=json");
            assertEquals(TASKS, linesWith("\"image\" : \"PAGEMAP\"", answer));
            assertEquals(1, linesWith("\"defects\" : [ ]", answer));
        }
    }

    private static long linesWith(String part, Path answer) throws IOException {
        try (var lines = Files.lines(answer)) {
            return lines.filter(line -> line.contains(part)).count();
        }
    }

    private static Path inspected(String heap, String... options) throws Exception {
        var answer = Files.createTempFile(folder, "answer", ".txt");
        var said = folder.resolve("said.txt");
        var process =
                new ProcessBuilder(command(heap, options))
                        .redirectOutput(answer.toFile())
                        .redirectError(said.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES), "it takes too long");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("", Files.readString(said, StandardCharsets.UTF_8));
        assertEquals(0, process.exitValue());
        return answer;
    }

    private static List<String> command(String heap, String... options) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                heap,
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "--module",
                                "org.icecore.app/org.icecore.app.Main",
                                "inspect"));
        command.addAll(List.of(options));
        command.add(folder.resolve("large.tar").toString());
        return command;
    }
}
