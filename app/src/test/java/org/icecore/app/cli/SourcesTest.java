package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icecore.app.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which of several checkpoints is opened, with which other dumps, unpacked how far.
@DisplayName("On the command line")
class SourcesTest {

    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter");

    @TempDir private Path folder;

    private Outcome run(Object... arguments) {
        return Session.of(folder)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static Path evidence(String path) {
        var all = Optional.ofNullable(System.getenv("ICECORE_EVIDENCE")).map(Path::of);
        assumeTrue(all.isPresent(), "ICECORE_EVIDENCE names no folder with all of the evidence");
        return all.orElseThrow().resolve(path);
    }

    private static long count(String wanted, String text) {
        return text.lines().filter(line -> line.contains(wanted)).count();
    }

    @Nested
    class AFolderWithTwoArchives {

        private Path pod = Path.of("");

        @BeforeEach
        void lay() throws IOException {
            pod = Files.createDirectory(folder.resolve("pod"));
            for (var name : List.of("after.tar", "before.tar")) {
                Files.copy(COUNTER.resolve(name), pod.resolve(name));
            }
        }

        @Test
        void isToldToHoldTwoAndHowToChoose() {
            var outcome = run("inspect", pod);
            assertAll(
                    () -> assertEquals(3, outcome.code()),
                    () -> assertEquals("", outcome.out()),
                    () ->
                            assertEquals(
                                    List.of(
                                            "icecore: FOLDER/pod: holds 2 checkpoints; --checkpoint NAME chooses one of them:",
                                            "icecore:   after.tar  (Podman export)",
                                            "icecore:   before.tar  (Podman export)"),
                                    outcome.messages()));
        }

        @Test
        void isShownWithARowForEachAndItsLayout() {
            var outcome = run("show", pod);
            assertAll(
                    () -> assertEquals(0, outcome.code()),
                    () -> assertEquals("", outcome.err()),
                    () -> assertEquals(1, count("FOLDER/pod: after.tar", outcome.out())),
                    () -> assertEquals(1, count("FOLDER/pod: before.tar", outcome.out())),
                    () -> assertEquals(1, count("Layout Podman export", outcome.out())));
        }

        @Test
        void answersForTheOneThatIsNamed() {
            var named = run("inspect", "--tasks", pod, "--checkpoint", "before.tar");
            assertEquals(run("inspect", "--tasks", COUNTER.resolve("before.tar")), named);
            assertEquals(0, named.code());
        }

        @Test
        void saysWhatItHoldsIfTheNameIsWrong() {
            var outcome = run("strings", "--checkpoint", "befor.tar", pod);
            assertEquals(3, outcome.code());
            assertEquals(
                    "icecore: FOLDER/pod: holds no checkpoint of the name befor.tar; it holds after.tar, before.tar\n",
                    outcome.err());
        }

        @Test
        void isComparedWithItselfByNamingBoth() {
            var outcome =
                    run(
                            "diff",
                            pod,
                            pod,
                            "--checkpoint",
                            "before.tar",
                            "--checkpoint",
                            "after.tar");
            var apart = run("diff", COUNTER.resolve("before.tar"), COUNTER.resolve("after.tar"));
            assertEquals(0, outcome.code(), outcome.err());
            assertEquals(tasks(apart), tasks(outcome));
        }

        /// What is said of the tasks and below; places in nested archives begin with the way to them.
        private static List<String> tasks(Outcome outcome) {
            return outcome.out()
                    .lines()
                    .dropWhile(line -> !line.equals("Tasks"))
                    .map(line -> line.replace("at after.tar: ", "at "))
                    .toList();
        }

        @Test
        void isReportedOnByNamingOne() {
            var outcome =
                    run("report", pod, "--checkpoint", "after.tar", "-o", folder.resolve("a.json"));
            assertEquals(0, outcome.code(), outcome.err());
            assertTrue(Files.exists(folder.resolve("a.json")));
        }

        @Test
        void hasItsImagesDecodedByTheWayToThem() {
            var inside = run("decode", pod, "before.tar: checkpoint/pstree.img");
            assertEquals(
                    run("decode", COUNTER.resolve("before.tar"), "checkpoint/pstree.img"), inside);
            assertEquals(0, inside.code());
        }
    }

    @Nested
    class CompressedEvidence {

        @Test
        void largerThanTheLimitIsRefusedAndSaysHowToRaiseIt() {
            var outcome = run("inspect", "--unpack-limit", "10K", COUNTER.resolve("before.tar.gz"));
            assertEquals(3, outcome.code());
            assertEquals(
                    "icecore: before.tar.gz+0x0..0x101d7: 66007 bytes unpack to more than the 10240 bytes allowed;"
                            + " raise the limit to open it, if you know that it is that large: --unpack-limit SIZE\n",
                    outcome.err());
        }

        @Test
        void isOpenedWithARaisedLimit() {
            var outcome =
                    run(
                            "inspect",
                            "--tasks",
                            "--unpack-limit",
                            "2 MiB",
                            COUNTER.resolve("before.tar.gz"));
            assertEquals(0, outcome.code(), outcome.err());
        }

        @Test
        void withinOtherEvidenceIsRefusedByTheSameLimit() throws IOException {
            var pod = Files.createDirectory(folder.resolve("pod"));
            Files.copy(COUNTER.resolve("before.tar.gz"), pod.resolve("before.tar.gz"));
            var outcome = run("show", "--unpack-limit", "10K", pod);
            assertEquals(3, outcome.code());
            assertTrue(outcome.err().contains("--unpack-limit SIZE"), outcome.err());
        }

        @Test
        void hasItsImagesDecodedWithinTheLimit() {
            var outcome =
                    run(
                            "decode",
                            "--unpack-limit",
                            "10K",
                            COUNTER.resolve("before.tar.gz"),
                            "pstree.img");
            assertEquals(3, outcome.code());
            assertTrue(outcome.err().contains("--unpack-limit SIZE"), outcome.err());
        }
    }

    @Nested
    class ASize {

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "1000, 1000",
            "1000b, 1000",
            "512M, 536870912",
            "64 GiB, 68719476736",
            "1kb, 1024",
            "2t, 2199023255552"
        })
        void isBytesOrAPowerOf1024(String text, long bytes) {
            assertEquals(bytes, new ByteSize().convert(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "M",
                    "-1",
                    "1.5G",
                    "9999999999T",
                    "99999999999999999999",
                    "5 apples"
                })
        void isNothingElse(String text) {
            var outcome = run("inspect", "--unpack-limit", text, COUNTER.resolve("before.tar.gz"));
            assertEquals(2, outcome.code());
            assertEquals(1, outcome.messages().size(), outcome.err());
            assertFalse(outcome.err().contains("Exception"), outcome.err());
        }
    }

    @Nested
    class AnIncrementalCheckpoint {

        @Test
        void withoutItsParentSaysWhatToGive() {
            var outcome =
                    run(
                            "inspect",
                            "--tasks",
                            evidence("podman-precheckpoint/full-with-previous.tar"));
            assertEquals(1, outcome.code());
            assertEquals(
                    List.of(
                            "icecore: checkpoint/parent: checkpoint/parent leads to ../pre-checkpoint, which is not here:"
                                    + " supply the dump before this one (of Podman the archive that was written with --pre-checkpoint)",
                            "icecore: full-with-previous: pages of it lie in another dump that is not here; --parent FILE supplies it"),
                    outcome.messages());
        }

        @Test
        void isWholeWithItsParent() {
            var outcome =
                    run(
                            "inspect",
                            "--tasks",
                            "--parent",
                            evidence("podman-precheckpoint/pre.tar"),
                            evidence("podman-precheckpoint/full-with-previous.tar"));
            assertEquals(0, outcome.code(), outcome.err());
            assertEquals("", outcome.err());
        }

        @Test
        void refusesAnotherDumpAsItsParentAndSaysWhy() {
            var outcome =
                    run(
                            "inspect",
                            "--parent",
                            evidence("criu-raw/mt-before"),
                            evidence("podman-precheckpoint/full-with-previous.tar"));
            assertEquals(3, outcome.code());
            assertEquals("", outcome.out());
            assertTrue(outcome.err().contains("refused as a parent: "), outcome.err());
        }

        @Test
        void takesItsParentsInAnyOrderAndInAComparisonWhereTheyBelong() {
            var outcome =
                    run(
                            "diff",
                            "--parent",
                            evidence("podman-precheckpoint/pre.tar"),
                            evidence("podman-precheckpoint/full-with-previous.tar"),
                            evidence("criu-raw/mt-before"));
            assertEquals(0, outcome.code(), outcome.err());
        }

        @Test
        void hasThePagesOfItsPageServerSupplied() {
            var outcome =
                    run(
                            "show",
                            "--parent",
                            evidence("criu-raw/ps-pages"),
                            evidence("criu-raw/ps-images"));
            assertEquals(0, outcome.code(), outcome.err());
        }

        @Test
        void isNotServedBySomethingThatNothingRefersTo() {
            var outcome =
                    run(
                            "inspect",
                            "--parent",
                            COUNTER.resolve("before.tar"),
                            COUNTER.resolve("after.tar"));
            assertEquals(3, outcome.code());
            assertTrue(
                    outcome.err().contains("supplied as a parent, but nothing refers to one"),
                    outcome.err());
        }
    }

    @Nested
    class AnImageThatIsACheckpoint {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "oci-image/podman-after.oci-archive.tar",
                    "oci-image/podman-after.docker-archive.tar",
                    "oci-image/podman-after.oci-dir",
                    "ctr/ctr-after.oci.tar"
                })
        void isCalledThat(String path) {
            var sentence =
                    "this image is a checkpoint: restoring it runs its processes, not just its files";
            var image = evidence(path);
            assertAll(
                    () -> assertTrue(unwrapped(run("show", image)).contains(sentence)),
                    () -> assertTrue(unwrapped(run("inspect", image)).contains(sentence)));
        }

        private static String unwrapped(Outcome outcome) {
            return outcome.out().replaceAll("\\s+", " ");
        }
    }

    /// The oldest of three dumps has all pages that the youngest leaves to the one between: it fits, too, and is wrong.
    @Nested
    class AChainOfThreeDumps {

        private void copy(String dump, Path to) throws IOException {
            Files.createDirectories(to);
            try (var files = Files.list(evidence("criu-raw/iter/" + dump))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void takesItsParentsInWhateverOrderTheyAreGiven(boolean oldestFirst) throws IOException {
            var youngest = folder.resolve("c/3");
            var middle = folder.resolve("b/2");
            var oldest = folder.resolve("a/1");
            copy("3", youngest);
            copy("2", middle);
            copy("1", oldest);
            Files.writeString(youngest.resolve("parent"), "../2");
            Files.writeString(middle.resolve("parent"), "../1");
            var outcome =
                    run(
                            "inspect",
                            "--acquisition",
                            "--parent",
                            oldestFirst ? oldest : middle,
                            "--parent",
                            oldestFirst ? middle : oldest,
                            youngest);
            assertEquals("", outcome.err());
            assertEquals(0, outcome.code());
            assertEquals(2, count("Earlier dump, supplied", outcome.out()));
            assertEquals(0, count("Doubt", outcome.out()));
        }
    }
}
