package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.icecore.evidence.Archive;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `--help` shows can be pasted: every example answers where its files are those of the incident.
@DisplayName("An example that help shows")
class HelpExamplesTest {

    private static final Path INCIDENT = Session.EVIDENCE.resolve("incident");

    /// A word as a shell takes it: quoted, or up to the next blank.
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private static final Pattern ARCHIVE = Pattern.compile("(before|after)\\.tar(\\.gz|\\.zst)?");

    @TempDir private static Path folder;

    static Stream<String> examples() {
        return Stream.of(
                        "", "show", "inspect", "decode", "memory", "search", "strings", "diff",
                        "report")
                .flatMap(HelpExamplesTest::of);
    }

    private static Stream<String> of(String command) {
        var help = (command + " --help").strip().split(" ");
        var outcome = Session.of(folder).run(help);
        assertEquals(0, outcome.code());
        var examples =
                outcome.out()
                        .lines()
                        .dropWhile(line -> !line.equals("Examples:"))
                        .skip(1)
                        .filter(line -> line.startsWith("  icecore "))
                        .map(line -> line.substring("  icecore ".length()))
                        .toList();
        assertFalse(examples.isEmpty(), "no example in the help of " + command);
        return examples.stream();
    }

    @ParameterizedTest(name = "icecore {0}")
    @MethodSource("examples")
    void answers(String example) {
        var outcome = Session.of(folder).run(words(example).toArray(String[]::new));
        assertTrue(outcome.code() <= 1, () -> outcome.code() + " " + outcome.err());
        assertFalse(outcome.out().isBlank(), "no answer");
    }

    /// What a shell would hand over of the part before a pipe.
    private static List<String> words(String example) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(example);
        while (word.find() && !word.group().equals("|")) {
            var text = word.group(1) == null ? word.group(2) : word.group(1);
            if (text.equals("*.tar.gz")) {
                words.add(here("before.tar.gz"));
                words.add(here("after.tar.gz"));
            } else if (text.equals("inventory.img")) {
                words.add(image(text));
            } else if (ARCHIVE.matcher(text).matches()) {
                words.add(here(text));
            } else if (text.matches("[\\w-]+\\.(pdf|html|json|bin)")) {
                words.add(folder.resolve(text).toString());
            } else {
                words.add(text);
            }
        }
        return words;
    }

    /// An image of that name, by itself.
    private static String image(String name) {
        try (var archive = Archive.open(Path.of(here("after.tar")), Progress.unwatched())) {
            var image = archive.open(archive.find("checkpoint/" + name).orElseThrow());
            var file = folder.resolve(name);
            Files.write(file, image.bytes(0, Math.toIntExact(image.size())));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EvidenceException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A file of that name. An archive is known by its content, whatever it is called.
    private static String here(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.copy(
                        INCIDENT.resolve(
                                name.startsWith("before") ? "before.tar.gz" : "after.tar.gz"),
                        file);
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
