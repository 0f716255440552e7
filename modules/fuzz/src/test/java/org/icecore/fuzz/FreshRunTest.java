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

/// A few seconds of fuzzing with each test run, always the same ones: the seed and the number of executions are fixed.
@DisplayName("A short run of the fuzzer")
@Timeout(600)
class FreshRunTest {

    private static final long SEED = 20261122;
    private static final int EXECUTIONS = 10_000;

    /// Seconds for one input: more than in a long run, since a test may share its computer.
    private static final String PATIENCE = "-timeout=60";

    @TempDir Path folder;

    @Test
    @DisplayName("finds nothing in any family, each of which has its share")
    void findsNothing() throws Exception {
        var fuzzing =
                new Fuzzing(AllTarget.NAME, folder, AllTarget.LONGEST, limits(EXECUTIONS), SEED);
        var seeds = new AllTarget(new Scratch(folder.resolve("seeding"))).seeds();
        var outcome = fuzzing.run(seeds);
        assertFalse(outcome.found(), () -> outcome.report(AllTarget.NAME));
        for (var family : Family.values()) {
            assertTrue(
                    outcome.log().contains(AllTarget.done(family)),
                    () -> "too few of " + family + "\n" + outcome.report(AllTarget.NAME));
        }
        assertTrue(outcome.edges() > 10_000, () -> "little is reached: " + outcome.edges());
        System.out.printf(
                "fuzzed with seed %d: %s, %d edges%n",
                SEED,
                outcome.log().stream().filter(line -> line.startsWith("fuzzed ")).toList(),
                outcome.edges());
    }

    private static List<String> limits(int executions) {
        return List.of(PATIENCE, "-runs=" + executions);
    }

    @Test
    @DisplayName("finds what is broken, keeps the input, and says how to see it again")
    void findsWhatIsBroken() throws Exception {
        var fuzzing = new Fuzzing(BrokenTarget.NAME, folder, 64, limits(1_000_000), SEED);
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
