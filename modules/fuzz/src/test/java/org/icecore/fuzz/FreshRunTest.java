package org.icecore.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A few seconds of fuzzing with each test run, always the same ones: the seed and the number of executions are fixed.
@DisplayName("A short run of the fuzzer")
@Timeout(120)
class FreshRunTest {

    private static final long SEED = 20261122;

    /// Seconds for one input: more than in a long run, since a test may share its computer.
    private static final String PATIENCE = "-timeout=60";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "ARCHIVE, 3000",
        "IMAGE, 2500",
        "PAGES, 1000",
        "RAW, 3000",
        "ENGINE, 200",
        "CHECKPOINT, 80",
    })
    @DisplayName("finds nothing in")
    void findsNothing(Family family, int executions) throws Exception {
        var fuzzing = Fuzzing.of(family, folder, List.of(PATIENCE, "-runs=" + executions), SEED);
        var outcome = fuzzing.run(FuzzProgram.seeds(family, folder));
        assertFalse(outcome.found(), () -> outcome.report(family.title()));
        assertTrue(
                outcome.executions() >= executions,
                () -> "too few executions\n" + outcome.report(family.title()));
        assertTrue(
                outcome.edges() > 300,
                () -> "too little is reached\n" + outcome.report(family.title()));
        System.out.printf(
                "fuzzed %s: %d executions, %d edges, seed %d%n",
                family.title(), outcome.executions(), outcome.edges(), SEED);
    }

    @Test
    @DisplayName("finds what is broken, keeps the input, and says how to see it again")
    void findsWhatIsBroken() throws Exception {
        var fuzzing = new Fuzzing(BrokenTarget.NAME, folder, 64, List.of("-runs=2000000"), SEED);
        var outcome = fuzzing.run(new BrokenTarget().seeds());
        assertTrue(outcome.found(), () -> outcome.report("broken"));
        assertEquals(1, outcome.finds().size(), () -> outcome.report("broken"));
        var input = Files.readAllBytes(outcome.finds().getFirst());
        var broken = assertThrows(IllegalStateException.class, () -> new BrokenTarget().run(input));
        assertEquals("what is there to be found", broken.getMessage());
        assertTrue(
                outcome.report("broken").contains("IllegalStateException"),
                () -> outcome.report("broken"));
        assertTrue(outcome.report("broken").contains("found/broken/"));
    }
}
