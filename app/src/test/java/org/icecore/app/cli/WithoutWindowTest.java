package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The program without a command")
class WithoutWindowTest {

    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter");

    @TempDir private Path folder;

    @Nested
    class WhereThereIsADisplay {

        @Test
        void opensTheWindowOnTheArchives() {
            var window = new Session.SeenWindow();
            var outcome = new Session(folder, Optional.empty(), 120, window).run("a.tar", "b.tar");
            assertEquals(0, outcome.code());
            assertEquals(List.of(Path.of("a.tar"), Path.of("b.tar")), window.opened());
        }

        @Test
        void leavesTheChoiceAmongSeveralCheckpointsToIt() {
            var window = new Session.SeenWindow();
            var outcome =
                    new Session(folder, Optional.empty(), 120, window)
                            .run("--checkpoint", "one", "a.tar");
            assertEquals(2, outcome.code());
            assertEquals(List.of(), window.opened());
            assertEquals(
                    List.of(
                            "icecore: --checkpoint, --parent and --unpack-limit are for commands, and for answers without a window;"
                                    + " the window asks for what it needs"),
                    outcome.messages());
        }
    }

    @Nested
    class WhereThereIsNoDisplay {

        @Test
        void takesTheCheckpointThatIsNamed() throws IOException {
            var pod = Files.createDirectory(folder.resolve("pod"));
            for (var name : List.of("after.tar", "before.tar")) {
                Files.copy(COUNTER.resolve(name), pod.resolve(name));
            }
            var outcome = Session.of(folder).run(pod.toString(), "--checkpoint", "before.tar");
            assertEquals("icecore: no window: there is no display\n", outcome.err());
            assertEquals(0, outcome.code());
            assertTrue(outcome.out().endsWith("\nFOLDER/icecore-report.pdf\n"), outcome.out());
        }

        @Test
        void comparesOnTheTerminalAndWritesTheReport() throws IOException {
            var outcome =
                    Session.of(folder)
                            .run(
                                    COUNTER.resolve("before.tar").toString(),
                                    COUNTER.resolve("after.tar").toString());
            assertEquals("icecore: no window: there is no display\n", outcome.err());
            assertEquals(0, outcome.code());
            assertTrue(outcome.out().contains("\n  +     34  sleep 1\n"), outcome.out());
            assertTrue(outcome.out().endsWith("\nFOLDER/icecore-report.pdf\n"), outcome.out());
            assertTrue(
                    new String(
                                    Files.readAllBytes(folder.resolve("icecore-report.pdf")),
                                    StandardCharsets.ISO_8859_1)
                            .startsWith("%PDF-"));
        }

        /// `diff` keeps to what it is told; here nobody said which is before, and the window would order them, too.
        @Test
        void takesTheOlderAsBeforeWhicheverIsNamedFirst() {
            var outcome =
                    Session.of(folder)
                            .run(
                                    COUNTER.resolve("after.tar").toString(),
                                    COUNTER.resolve("before.tar").toString());
            assertEquals(
                    "icecore: the second archive is the older one and is taken as before: after: images written"
                            + " 2026-11-21 22:31:51 UTC, before: images written 2026-11-21 22:31:44 UTC",
                    outcome.messages().getLast());
            assertTrue(
                    outcome.out().startsWith("before  counter (before), written 2026-11-21"),
                    outcome.out());
            assertEquals(0, outcome.code());
        }

        @Test
        void refusesThreeArchives() {
            var outcome = Session.of(folder).run("a.tar", "b.tar", "c.tar");
            assertEquals(2, outcome.code());
            assertEquals("", outcome.out());
            assertEquals(
                    "icecore: 3 archives are too many: one is shown, two are compared (icecore --help)",
                    outcome.messages().getLast());
        }

        @Test
        void findsAFreeNameForTheReport() throws IOException {
            Files.writeString(folder.resolve("icecore-report.pdf"), "mine");
            Files.writeString(folder.resolve("icecore-report-2.pdf"), "mine, too");
            var outcome = Session.of(folder).run(COUNTER.resolve("before.tar").toString());
            assertTrue(outcome.out().endsWith("\nFOLDER/icecore-report-3.pdf\n"), outcome.out());
            assertEquals("mine", Files.readString(folder.resolve("icecore-report.pdf")));
        }

        @Test
        void takesTheSampleWhereNoArchiveIsGiven() {
            var session =
                    new Session(
                            folder,
                            Optional.of(COUNTER),
                            120,
                            new Session.NoWindow("there is no display"));
            var outcome = session.run();
            assertEquals(0, outcome.code());
            assertTrue(
                    outcome.out().startsWith("before  counter (before), written 2026-11-21"),
                    outcome.out());
        }

        @Test
        void saysWhatToDoWhereThereIsNoSampleEither() {
            var outcome = Session.of(folder).run();
            assertEquals(3, outcome.code());
            assertEquals(
                    List.of(
                            "icecore: no window: there is no display",
                            "icecore: without a window it takes archives: icecore ARCHIVE [ARCHIVE], or a command (icecore --help)"),
                    outcome.messages());
        }
    }

    @Nested
    class AboutAnArchive {

        /// Loose images beside an archive are those of another dump, as likely as not.
        @Test
        void readsNothingThatLiesBesideIt() throws IOException {
            var alone = Files.createDirectory(folder.resolve("alone"));
            var crowded = Files.createDirectory(folder.resolve("crowded"));
            Files.copy(COUNTER.resolve("after.tar"), alone.resolve("after.tar"));
            Files.copy(COUNTER.resolve("after.tar"), crowded.resolve("after.tar"));
            Files.createDirectory(crowded.resolve("checkpoint"));
            for (var name :
                    List.of("config.dump", "spec.dump", "checkpoint/core-6.img", "pages-2.img")) {
                Files.writeString(crowded.resolve(name), "of another dump");
            }
            assertEquals(
                    Session.of(alone)
                            .run("inspect", "--all", alone.resolve("after.tar").toString()),
                    Session.of(crowded)
                            .run("inspect", "--all", crowded.resolve("after.tar").toString()));
        }
    }
}
