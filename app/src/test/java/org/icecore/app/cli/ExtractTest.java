package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.icecore.app.cli.Session.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("icecore extract")
class ExtractTest {

    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter/after.tar");

    @TempDir private Path folder;

    private Outcome run(Object... arguments) {
        return Session.of(folder)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    @Nested
    class Writes {

        @Test
        void aFileOfATmpfsByItsPath() throws IOException {
            var incident = Session.EVIDENCE.resolve("incident/after.tar.gz");
            var outcome = run("extract", incident, "/run/inj", "-o", out());
            assertEquals("", outcome.err());
            assertEquals(0, outcome.code());
            assertTrue(outcome.out().endsWith("  25 bytes  /run/inj\n"), outcome.out());
            assertTrue(outcome.out().startsWith("a6fd265"), outcome.out());
            assertEquals(25, Files.size(out()));
        }

        @Test
        void aMemberByTheEndOfItsName() throws IOException {
            var outcome = run("extract", COUNTER, "pstree.img", "-o", out());
            assertEquals(0, outcome.code());
            assertEquals(0x56, Files.readAllBytes(out())[2] & 0xff, outcome.out());
        }
    }

    @Nested
    class WritesNothing {

        @Test
        void whereNoFileIsCalledSo() {
            var outcome = run("extract", COUNTER, "/no/such", "-o", out());
            assertEquals(2, outcome.code());
            assertEquals(
                    "icecore: /no/such is not in ../modules/fixtures/evidence/podman-counter/after.tar\n",
                    outcome.err());
            assertFalse(Files.exists(out()));
        }

        @Test
        void overAFileThatIsThere() throws IOException {
            Files.writeString(out(), "mine");
            var outcome = run("extract", COUNTER, "pstree.img", "-o", out());
            assertEquals(3, outcome.code());
            assertEquals("mine", Files.readString(out()));
        }
    }
}
