package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sizes on the terminal")
class SizesTest {

    /// `2768K`, `12M`: a number with half a unit.
    private static final Pattern HALF_UNIT = Pattern.compile("(?<![\\w.])\\d+[KMGTPE]B?(?!\\w)");

    /// A unit of 1024 behind anything but a number with one decimal.
    private static final Pattern ROUGH = Pattern.compile("(?<!\\d\\.\\d )(?<!\\w)[KMGTPE]iB");

    /// Four digits and more without separators before the word.
    private static final Pattern UNGROUPED = Pattern.compile("(?<![\\d,])\\d{4,} bytes");

    private static final String ARCHIVE = "podman-counter/after.tar";

    @TempDir private Path folder;

    private String out(String... arguments) {
        return Session.of(folder).run(arguments).out();
    }

    private static String archive(String name) {
        return Session.EVIDENCE.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect --metadata --stats --mappings --files --recovered --tmpfs --rootfs --members",
                "inspect --sockets --queues --ipc",
                "show",
                "memory --pid 6 --range 0x5da000-0x5ed000",
            })
    void areWrittenInOneWay(String question) {
        var arguments = new ArrayList<>(List.of(question.split(" ")));
        arguments.add(archive(ARCHIVE));
        assertOneWay(out(arguments.toArray(String[]::new)));
    }

    @Test
    void areWrittenInOneWayInAComparison() {
        assertOneWay(out("diff", archive("podman-counter/before.tar"), archive(ARCHIVE)));
    }

    @Test
    void areExactWhereARunOfMemoryIsCited() {
        assertTrue(
                out("memory", "--pid", "6", "--range", "0x5db000-0x5dc000", archive(ARCHIVE))
                        .contains("~~~~ 0x5db000-0x5dc000  4,096 bytes  ??"));
    }

    /// Bytes of the evidence, and their text, may look like anything.
    private static void assertOneWay(String answer) {
        var text =
                answer.lines()
                        .filter(
                                line ->
                                        !line.matches(
                                                "\\s*[-+~]?\\s*[0-9a-f]{8,}  ?[0-9a-f]{2} .*"))
                        .collect(Collectors.joining("\n"));
        assertTrue(text.lines().count() > 2, text);
        for (var pattern : List.of(HALF_UNIT, ROUGH, UNGROUPED)) {
            assertEquals(
                    List.of(),
                    text.lines().filter(line -> pattern.matcher(line).find()).toList(),
                    pattern.pattern());
        }
    }
}
