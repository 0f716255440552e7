package org.icecore.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the help promises of the exit codes, and what a comparison with a cut copy is told by.
@DisplayName("The answer to evidence that is not as it should be")
class OddEvidenceTest {

    private static final Path AFTER = Session.EVIDENCE.resolve("podman-counter/after.tar");

    @TempDir private Path folder;

    @Test
    void endsWithOneWhereMembersOfAnArchiveBehindAnotherAreNotListed() throws IOException {
        var both = new ByteArrayOutputStream();
        both.writeBytes(Files.readAllBytes(AFTER));
        both.writeBytes(Files.readAllBytes(AFTER));
        var file = Files.write(folder.resolve("both.tar"), both.toByteArray());
        var outcome = Session.of(folder).run("show", file.toString());
        assertEquals(1, outcome.code(), outcome::err);
        assertTrue(outcome.err().contains("it is not listed"), outcome::err);
    }

    @Test
    void callsNothingRemovedOfWhatACutCopyHasLost() throws IOException {
        var bytes = Arrays.copyOf(Files.readAllBytes(AFTER), 347_533);
        var cut = Files.write(folder.resolve("cut.tar"), bytes).toString();
        var text = Session.of(folder).run("diff", AFTER.toString(), cut);
        assertEquals(1, text.code());
        var marks = text.out().lines().map(line -> line.replaceFirst("^  (.) .*", "$1")).toList();
        assertTrue(marks.contains("?"), text::out);
        assertTrue(!marks.contains("-") && !marks.contains("+"), text::out);
        assertTrue(
                text.out().contains("not covered: what lay behind the cut of the second archive"),
                text::out);
        var json = Session.of(folder).run("diff", "--format", "json", AFTER.toString(), cut).out();
        assertTrue(json.contains("\"complete\" : false"), json);
        assertTrue(!json.contains("\"fate\" : \"removed\""), json);
        assertTrue(json.contains("\"fate\" : \"unknown\""), json);
    }
}
