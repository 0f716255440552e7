package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each answer stands whole in a file of its own: `golden/NAME.txt`, JSON in `golden/NAME.json`. To change them on purpose, run the
/// tests with `-Dicecore.golden.write=true` and read the difference.
@DisplayName("The command line answers")
class GoldenAnswersTest {

    private static final String COUNTER = "podman-counter/";
    private static final Path GOLDEN =
            Path.of(
                    System.getProperty("icecore.root"),
                    "app/src/test/resources/org/icecore/app/cli/golden");

    @TempDir private Path folder;

    static Stream<Arguments> answers() {
        var before = COUNTER + "before.tar";
        var after = COUNTER + "after.tar";
        var threads = "podman-criu411/after.tar.zst";
        return Stream.of(
                answer("show", 0, "show", before, after, threads),
                answer("inspect", 0, "inspect", before),
                answer("inspect-acquisition", 0, "inspect", "--acquisition", before),
                answer("inspect-all", 0, "inspect", "--all", "--pid", "6", after),
                answer("inspect-explain", 0, "inspect", "--files", "--explain", after),
                answer("inspect-threads", 0, "inspect", "--threads", "--registers", threads),
                answer("memory", 0, "memory", "--pid", "6", "--range", "0x5e4ff8-0x5ed000", after),
                answer(
                        "memory-gaps",
                        1,
                        "memory",
                        "--pid",
                        "6",
                        "--range",
                        "0x5da000-0x5dc000",
                        after),
                answer("search", 0, "search", after, "SECRET_TOKEN"),
                answer("search-utf16", 0, "search", "--utf16", after, "SECRET_TOKEN"),
                answer("search-hex", 0, "search", "--hex", "--pid", "34", after, "7f 45 4c 4? 02"),
                answer("strings", 0, "strings", "--pid", "34", "--min", "20", after),
                answer("diff", 0, "diff", before, after),
                answer(
                        "diff-pid",
                        0,
                        "diff",
                        "--memory",
                        "--unchanged",
                        "--pid",
                        "1",
                        before,
                        after),
                answer("diff-itself", 0, "diff", after, after));
    }

    private static Arguments answer(String name, int code, String... arguments) {
        return Arguments.of(name, code, arguments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void forReading(String name, int code, String[] arguments) throws IOException {
        var outcome = Session.of(folder).run(located(arguments));
        check(name + ".txt", outcome.out());
        assertEquals("", outcome.err());
        assertEquals(code, outcome.code());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void forPrograms(String name, int code, String[] arguments) throws IOException {
        var json =
                Stream.concat(
                                Arrays.stream(located(arguments)).limit(1),
                                Stream.concat(
                                        Stream.of("--format", "json"),
                                        Arrays.stream(located(arguments)).skip(1)))
                        .toArray(String[]::new);
        var outcome = Session.of(folder).run(json);
        check(name + ".json", outcome.out());
        assertEquals("", outcome.err());
        assertEquals(code, outcome.code());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void inLinesOfAtMost120Columns(String name, int code, String[] arguments) {
        // Strings of the evidence are one line each, whatever their length.
        if (!name.equals("strings")) {
            Session.of(folder)
                    .run(located(arguments))
                    .out()
                    .lines()
                    .forEach(line -> assertTrue(TextWidth.of(line) <= 120, line));
        }
    }

    @Test
    void theSameWhateverTheCompression() throws IOException {
        var plain = Session.EVIDENCE.resolve(COUNTER + "after.tar");
        var packed = folder.resolve("after.tar.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, gzip);
        }
        String[] question = {"inspect", "--tasks", "--registers", "--files", "--mappings", "--env"};
        assertEquals(answerTo(question, plain), answerTo(question, packed));
    }

    private Session.Outcome answerTo(String[] question, Path archive) {
        return Session.of(folder)
                .run(
                        Stream.concat(Arrays.stream(question), Stream.of(archive.toString()))
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCallForHelp(String command) throws IOException {
        var outcome =
                command.isEmpty()
                        ? Session.of(folder).run("--help")
                        : Session.of(folder).run(command, "--help");
        check("help%s.txt".formatted(command.isEmpty() ? "" : "-" + command), outcome.out());
        assertEquals(0, outcome.code());
    }

    static Stream<String> commands() {
        return Stream.of(
                "", "show", "inspect", "decode", "memory", "search", "strings", "diff", "report");
    }

    private static String[] located(String... arguments) {
        return Arrays.stream(arguments)
                .map(
                        argument ->
                                argument.matches(".*/.*\\.tar.*")
                                        ? Session.EVIDENCE.resolve(argument).toString()
                                        : argument)
                .toArray(String[]::new);
    }

    private static void check(String file, String answer) throws IOException {
        var golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("icecore.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, answer);
            return;
        }
        if (!Files.exists(golden)) {
            fail("there is no " + golden);
        }
        assertEquals(Files.readString(golden).replace("\r\n", "\n"), answer);
    }
}
