package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.icecore.app.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mistake")
class MistakesTest {

    private static final Path COUNTER = Session.EVIDENCE.resolve("podman-counter");
    private static final Path BEFORE = COUNTER.resolve("before.tar");
    private static final Path AFTER = COUNTER.resolve("after.tar");

    @TempDir private Path folder;
    private Session session = Session.of(Path.of(""));

    @BeforeEach
    void begin() {
        session = Session.of(folder);
    }

    private Outcome run(Object... arguments) {
        return session.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static void told(int code, String sentence, Outcome outcome) {
        assertAll(
                () -> assertEquals("icecore: " + sentence + "\n", outcome.err()),
                () -> assertEquals("", outcome.out()),
                () -> assertEquals(code, outcome.code()));
    }

    @Nested
    class OfAFile {

        @Test
        void thatDoesNotExist() {
            told(
                    3,
                    "nosuch.tar: there is no file FOLDER/nosuch.tar",
                    run("inspect", folder.resolve("nosuch.tar")));
        }

        @Test
        void thatIsEmpty() throws IOException {
            var file = Files.createFile(folder.resolve("empty.tar"));
            told(3, "empty.tar: the file is empty", run("show", file));
        }

        @Test
        void thatIsNoArchive() throws IOException {
            var file = Files.writeString(folder.resolve("notes.tar"), "Meet me at eight.\n");
            var outcome = run("inspect", file);
            assertEquals(3, outcome.code());
            assertEquals(1, outcome.messages().size());
            assertTrue(outcome.err().contains("not an archive"), outcome.err());
        }

        @Test
        void thatIsAnEmptyFolder() {
            told(3, folder + ": not a checkpoint: the folder is empty", run("inspect", folder));
        }

        @Test
        void thatIsAFolderWithoutACheckpoint() throws IOException {
            Files.writeString(folder.resolve("notes.txt"), "Meet me at eight.\n");
            var outcome = run("inspect", folder);
            assertEquals(3, outcome.code());
            assertEquals(1, outcome.messages().size(), outcome.err());
        }

        @Test
        void thatIsALinkToNothing() throws IOException {
            var link = Files.createSymbolicLink(folder.resolve("link.tar"), Path.of("gone.tar"));
            told(
                    3,
                    "link.tar: there is no file FOLDER/link.tar: the link leads to gone.tar",
                    run("show", link));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"show", "inspect", "memory", "search", "strings", "decode", "report"})
        void thatIsADevice(String command) {
            assumeFalse(!Files.exists(Path.of("/dev/zero")), "there is no such device");
            var outcome =
                    switch (command) {
                        case "memory" -> run(command, "--pid", "1", "/dev/zero");
                        case "search" -> run(command, "/dev/zero", "word");
                        case "decode" -> run(command, "/dev/zero", "pstree.img");
                        case "report" -> run(command, "/dev/zero", "-o", folder.resolve("new.pdf"));
                        default -> run(command, "/dev/zero");
                    };
            told(
                    3,
                    "zero: neither a file nor a folder: /dev/zero; what a pipe or a device yields has to be saved"
                            + " into a file first",
                    outcome);
        }

        @Test
        void thatMayNotBeRead() throws IOException {
            assumeFalse(
                    !folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                            || "root".equals(System.getProperty("user.name")),
                    "root may read everything");
            var file = Files.copy(BEFORE, folder.resolve("secret.tar"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
            told(
                    3,
                    "secret.tar: may not be read by this user: FOLDER/secret.tar",
                    run("inspect", file));
        }

        @Test
        void aFolderOfWhichAPartMayNotBeListed() throws IOException {
            assumeFalse(
                    !folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                            || "root".equals(System.getProperty("user.name")),
                    "root may list everything");
            var images = Files.createDirectories(folder.resolve("pod/checkpoint"));
            Files.setPosixFilePermissions(images, PosixFilePermissions.fromString("---------"));
            var outcome = run("show", folder.resolve("pod"));
            assertTrue(
                    outcome.toString().contains("this user may not list the folder"),
                    outcome.toString());
        }

        /// As one that may not be listed, and root can see this one fail, too.
        @Test
        void aFolderOfWhichAPartLiesTooDeepToBeListed() throws IOException {
            var deep = folder.resolve("deep");
            Files.createDirectories(deep.resolve("d/".repeat(260)));
            var outcome = run("show", deep);
            assertEquals(3, outcome.code());
            assertTrue(
                    outcome.toString().contains("pstree.img (members: ")
                            && outcome.toString().contains("folders lie more than 256 deep"),
                    outcome.toString());
        }

        @ParameterizedTest
        @CsvSource({"before.tar, 200000", "before.tar.gz, 40000", "before.tar.zst, 20000"})
        void thatWasCutIsToldWhereAndTheRestIsShown(String name, int length) throws IOException {
            var bytes = Files.readAllBytes(COUNTER.resolve(name));
            var file = Files.write(folder.resolve(name), Arrays.copyOf(bytes, length));
            var outcome = run("show", file);
            assertTrue(outcome.code() == 1 || outcome.code() == 3, outcome.toString());
            assertFalse(outcome.messages().isEmpty());
            assertTrue(
                    outcome.messages().stream().allMatch(line -> line.startsWith("icecore: ")),
                    outcome.err());
            assertFalse(outcome.err().contains("Exception"), outcome.err());
        }

        @Test
        void thatIsMerelyUnusualIsToldAndLosesNothing() throws IOException {
            var bytes = Files.readAllBytes(BEFORE);
            // The first member is a folder, which may well come twice.
            int header = 512;
            var size =
                    Integer.parseInt(
                            new String(bytes, header + 124, 11, StandardCharsets.US_ASCII), 8);
            var first = Arrays.copyOfRange(bytes, header, header + 512 + (size + 511) / 512 * 512);
            var file = folder.resolve("twice.tar");
            Files.write(file, first);
            Files.write(file, bytes, StandardOpenOption.APPEND);
            var outcome = run("show", file);
            assertTrue(outcome.err().contains("a second member named"), outcome.err());
            assertEquals(0, outcome.code());
        }

        @Test
        void thatWasCutBeforeTheProcessTreeIsNotTakenForAPreDump() throws IOException {
            var bytes = Files.readAllBytes(BEFORE);
            var file = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(bytes, 200_000));
            var outcome = run("show", file);
            assertEquals(1, outcome.code());
            assertTrue(
                    outcome.err()
                            .contains(
                                    "pstree.img: not in the checkpoint;"
                                            + " it may lie behind the cut, since the archive is truncated; 4 tasks"),
                    outcome.err());
        }

        @Test
        void amongGoodOnesDoesNotKeepThemFromBeingShown() {
            var outcome = run("show", folder.resolve("nosuch.tar"), BEFORE);
            assertEquals(3, outcome.code());
            assertTrue(outcome.out().contains("609df66cb229"), outcome.out());
            assertEquals(1, outcome.messages().size());
        }
    }

    @Nested
    class OfUse {

        @Test
        void inACommandIsMetWithTheNearestOne() {
            told(
                    2,
                    "'inspekt' is neither a command nor a file; did you mean inspect? (icecore --help)",
                    run("inspekt", BEFORE));
        }

        @Test
        void inAnOptionIsMetWithTheNearestOne() {
            told(
                    2,
                    "unknown option --mapings; did you mean --mappings? (icecore inspect --help)",
                    run("inspect", "--mapings", BEFORE));
        }

        @Test
        void thatLeavesAnArchiveOut() {
            told(
                    2,
                    "missing required parameter: 'AFTER' (icecore diff --help)",
                    run("diff", BEFORE));
        }

        @Test
        void thatGivesAnArchiveTooMany() {
            told(
                    2,
                    "one argument too many: 'more.tar' (icecore diff --help)",
                    run("diff", BEFORE, AFTER, "more.tar"));
        }

        @Test
        void inANumber() {
            told(
                    2,
                    "invalid value for option '--pid': 'six' is not a whole number (icecore inspect --help)",
                    run("inspect", "--pid", "six", BEFORE));
        }

        @Test
        void thatGivesAReportThreeArchives() {
            told(
                    2,
                    "3 archives are too many: a report is on one or compares two (icecore report --help)",
                    run("report", BEFORE, AFTER, AFTER, "-o", folder.resolve("new.pdf")));
            assertFalse(Files.exists(folder.resolve("new.pdf")));
        }

        @Test
        void inATaskOfACheckpointWithOne() {
            told(
                    2,
                    "task 9 is not in after; its only task is 1",
                    run(
                            "memory",
                            "--pid",
                            "9",
                            Session.EVIDENCE.resolve("podman-criu411/after.tar.zst")));
        }

        @Test
        void inAFormat() {
            told(
                    2,
                    "invalid value for option '--format': expected one of [text, json] (case-insensitive) but was 'xml'"
                            + " (icecore show --help)",
                    run("show", "--format", "xml", BEFORE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"inspect", "memory", "search x", "strings"})
        void inATaskIsMetWithThoseThatThereAre(String command) {
            var words = command.split(" ");
            var arguments =
                    words.length == 1
                            ? new Object[] {words[0], "--pid", "999", BEFORE}
                            : new Object[] {words[0], "--pid", "999", BEFORE, words[1]};
            told(2, "task 999 is not in before; its tasks are 1, 6, 7, 12", run(arguments));
        }

        @Test
        void inATaskOfTwoCheckpointsIsToldOfBoth() {
            var outcome = run("diff", "--pid", "999", BEFORE, AFTER);
            assertEquals(2, outcome.code());
            assertEquals(
                    List.of(
                            "icecore: task 999 is not in before; its tasks are 1, 6, 7, 12",
                            "icecore: task 999 is not in after; its tasks are 1, 6, 32, 34"),
                    outcome.messages());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"heap-", "0x2000-0x1000", "0x1000-0x1000", "nowhere", "0x1000", "-"})
        void inARange(String range) {
            told(
                    2,
                    "--range %s: neither START-END in hexadecimal with START below END, nor the name of a mapping of task 6"
                            .formatted(range),
                    run("memory", "--pid", "6", "--range=" + range, BEFORE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz", "4", "?? ??", ""})
        void inAPatternOfBytes(String pattern) {
            var outcome = run("search", "--hex", BEFORE, pattern);
            assertEquals(2, outcome.code());
            assertEquals(1, outcome.messages().size(), outcome.err());
        }
    }

    @Nested
    class OfOutput {

        @Test
        void thatExistsLeavesItAsItIs() throws IOException {
            var file = Files.writeString(folder.resolve("case.pdf"), "mine");
            told(
                    3,
                    "FOLDER/case.pdf: exists already, and is not overwritten without --replace",
                    run("report", BEFORE, "-o", file));
            assertEquals("mine", Files.readString(file));
        }

        @Test
        void intoAFolderThatIsNotThere() {
            told(
                    3,
                    "FOLDER/none/case.pdf: there is no folder to write it into",
                    run("report", BEFORE, "-o", folder.resolve("none/case.pdf")));
        }

        @Test
        void ofAReportIntoAnOpenedFolder() throws IOException {
            var evidence = Files.createDirectories(folder.resolve("case/checkpoint")).getParent();
            refused(evidence.resolve("r.pdf"), evidence, "report", evidence, "-o");
            refused(evidence.resolve("checkpoint/r.pdf"), evidence, "report", evidence, "-o");
            refused(evidence.resolve("r.pdf"), evidence, "report", BEFORE, evidence, "-o");
        }

        @Test
        void ofMemoryIntoAnOpenedFolder() throws IOException {
            var evidence = Files.createDirectory(folder.resolve("case"));
            refused(evidence.resolve("x.bin"), evidence, "memory", "--pid", "6", evidence, "-o");
        }

        @Test
        void ofAReportOverAnArchive() throws IOException {
            var evidence = Files.copy(BEFORE, folder.resolve("before.pdf"));
            told(
                    2,
                    "FOLDER/before.pdf: is evidence or lies in it (FOLDER/before.pdf); choose a place outside of it",
                    run("report", "--replace", evidence, "-o", evidence));
            assertEquals(-1, Files.mismatch(BEFORE, evidence));
        }

        private void refused(Path output, Path evidence, Object... arguments) {
            var all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = output;
            told(
                    2,
                    "FOLDER/%s: is evidence or lies in it (FOLDER/%s); choose a place outside of it"
                            .formatted(
                                    folder.relativize(output).toString().replace('\\', '/'),
                                    folder.relativize(evidence)),
                    run(all));
            assertFalse(Files.exists(output));
        }

        @Test
        void ofAnUnknownKind() {
            told(
                    2,
                    "FOLDER/case.doc: the name must end in .pdf, .html or .json (icecore report --help)",
                    run("report", BEFORE, "-o", folder.resolve("case.doc")));
        }

        @Test
        void ofMemoryThatExistsLeavesItAsItIs() throws IOException {
            var file = Files.writeString(folder.resolve("heap.bin"), "mine");
            told(
                    3,
                    "FOLDER/heap.bin: exists already, and is not overwritten",
                    run("memory", "--pid", "6", "--range", "heap", "-o", file, BEFORE));
            assertEquals("mine", Files.readString(file));
        }

        @Test
        void ofMemoryIntoAFolderThatIsNotThere() {
            told(
                    3,
                    "FOLDER/none/heap.bin: there is no folder to write it into",
                    run("memory", "--pid", "6", "-o", folder.resolve("none/heap.bin"), BEFORE));
        }
    }

    @Nested
    class OfPairing {

        @Test
        void unrelatedContainersIsWarnedOfAndComparedAllTheSame() {
            var outcome =
                    run("diff", BEFORE, Session.EVIDENCE.resolve("podman-criu411/after.tar.zst"));
            assertEquals(0, outcome.code());
            assertEquals("icecore: warning: unrelated containers", outcome.messages().getFirst());
            assertTrue(
                    outcome.messages().stream()
                            .skip(1)
                            .allMatch(line -> line.startsWith("icecore:   ")),
                    outcome.err());
            assertTrue(outcome.out().contains("Summary"), outcome.out());
        }

        @Test
        void theWrongWayRoundIsWarnedOf() {
            var outcome = run("diff", AFTER, BEFORE);
            assertEquals(
                    """
                    icecore: warning: the same container, and the first is the younger one
                    icecore:   id: 609df66cb2290ac46c8457a5e1994415c66a70c949fdb27fc6ad9f19351f4545 in both
                    icecore:   image: localhost/bench/busybox:1.35 in both
                    icecore:   name: counter in both
                    icecore:   after: images written 2026-11-21 22:31:51 UTC, before: images written 2026-11-21 22:31:44 UTC
                    """,
                    outcome.err());
        }
    }

    @Nested
    class OfNobody {

        @Test
        void aReaderWhoHasSeenEnoughEndsTheAnswerSilently() {
            var err = new StringWriter();
            assertEquals(0, answerTo(new Failing("Broken pipe"), err));
            assertEquals("", err.toString());
        }

        /// Among them those whose library wraps what goes wrong while it writes.
        @ParameterizedTest
        @ValueSource(strings = {"show", "inspect", "decode", "search", "strings", "diff"})
        void aReaderWhoHasSeenEnoughOfAnyFormEndsItSilently(String command) {
            for (var format : List.of("text", "json")) {
                var err = new StringWriter();
                var line = new ArrayList<>(List.of(command, "--format", format));
                if (command.equals("inspect")) {
                    line.add("--sockets");
                }
                line.add(BEFORE.toString());
                switch (command) {
                    case "decode" -> line.add("checkpoint/pstree.img");
                    case "search" -> line.add("a");
                    case "diff" -> line.add(AFTER.toString());
                    default -> {
                        // The archive is all that it needs.
                    }
                }
                if (command.equals("decode")) {
                    line.removeAll(List.of("--format", format));
                }
                var cli = cli(new Failing("Broken pipe"), err, new Interruption());
                assertEquals(0, cli.run(line), () -> line + " " + err);
                assertEquals("", err.toString());
            }
        }

        @Test
        void aFullDiskUnderJsonIsToldInOneLine() {
            var err = new StringWriter();
            var cli = cli(new Failing("No space left on device"), err, new Interruption());
            assertEquals(
                    3,
                    cli.run(
                            List.of(
                                    "inspect",
                                    "--sockets",
                                    "--format",
                                    "json",
                                    BEFORE.toString())));
            assertEquals(
                    "icecore: the answer cannot be written: No space left on device",
                    err.toString().strip());
        }

        @Test
        void aFullDiskIsToldInOneLine() {
            var err = new StringWriter();
            assertEquals(3, answerTo(new Failing("No space left on device"), err));
            assertEquals(
                    "icecore: the answer cannot be written: No space left on device",
                    err.toString().strip());
        }

        @ParameterizedTest
        @ValueSource(strings = {"--help", "--version", "inspect --help"})
        void aFullDiskUnderHelpIsToldInOneLine(String line) {
            var err = new StringWriter();
            var cli = cli(new Failing("No space left on device"), err, new Interruption());
            assertEquals(3, cli.run(List.of(line.split(" "))));
            assertEquals(
                    "icecore: the answer cannot be written: No space left on device",
                    err.toString().strip());
        }

        @Test
        void aReaderWhoHasSeenEnoughOfTheHelpEndsItSilently() {
            var err = new StringWriter();
            var cli = cli(new Failing("Broken pipe"), err, new Interruption());
            assertEquals(0, cli.run(List.of("--help")));
            assertEquals("", err.toString());
        }

        @Test
        void aReaderWhoHasSeenEnoughStillGetsTheFile() throws IOException {
            var err = new StringWriter();
            var file = folder.resolve("stack.bin");
            var cli = cli(new Failing("Broken pipe"), err, new Interruption());
            assertEquals(
                    0,
                    cli.run(
                            List.of(
                                    "memory",
                                    "--pid",
                                    "6",
                                    "--range",
                                    "0x5e2000-0x5e5000",
                                    "-o",
                                    file.toString(),
                                    AFTER.toString())));
            assertEquals("", err.toString());
            assertEquals(0x3000, Files.size(file));
        }

        @Test
        void aFaultOfTheProgramIsToldInOneLineThatSaysHowToSeeMore() {
            session =
                    new Session(
                            folder,
                            Optional.empty(),
                            120,
                            new Window() {
                                @Override
                                public Optional<String> obstacle() {
                                    throw new IllegalStateException("of the test");
                                }

                                @Override
                                public void open(List<Path> archives) {}
                            });
            told(
                    70,
                    "a fault of the program: java.lang.IllegalStateException: of the test; ICECORE_DEBUG=1 shows where",
                    run(BEFORE));
        }

        @Test
        void anInterruptionLeavesNoFileBehind() throws IOException {
            var interruption = new Interruption();
            interruption.stop(0, TimeUnit.SECONDS);
            var err = new StringWriter();
            var code =
                    cli(Writer.nullWriter(), err, interruption)
                            .run(
                                    List.of(
                                            "report",
                                            BEFORE.toString(),
                                            AFTER.toString(),
                                            "-o",
                                            folder.resolve("case.pdf").toString()));
            assertEquals(130, code);
            assertEquals("", err.toString());
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }

        private int answerTo(Writer out, Writer err) {
            return cli(out, err, new Interruption())
                    .run(List.of("inspect", "--all", BEFORE.toString()));
        }

        private Cli cli(Writer out, Writer err, Interruption interruption) {
            return new Cli(
                    new PrintWriter(out),
                    new PrintWriter(err),
                    new Surroundings(
                            Clock.systemUTC(), "1.0", 120, false, false, folder, Optional.empty()),
                    interruption,
                    new Session.NoWindow("there is no display"));
        }
    }

    /// An output that takes nothing.
    private static final class Failing extends Writer {

        private final String reason;

        Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(char[] text, int from, int length) {
            throw new LostOutput(new IOException(reason));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
