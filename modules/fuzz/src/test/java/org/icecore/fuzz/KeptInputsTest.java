package org.icecore.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every input that fuzzing left behind is tried again.
@DisplayName("An input that fuzzing left behind")
class KeptInputsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("breaks nothing any more")
    void found(Family family) throws IOException {
        replay(family, new Corpus(family).found());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("breaks nothing, however far it reaches")
    void reaching(Family family) throws IOException {
        replay(family, new Corpus(family).reaching());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is joined by those that a run begins with, small enough to be changed often")
    void seeds(Family family) throws IOException {
        var seeds = family.target(new Scratch(folder)).seeds();
        assertFalse(seeds.isEmpty());
        assertTrue(
                seeds.values().stream().filter(seed -> seed.length <= family.longest()).count() > 5,
                () -> "seeds of " + family);
        // A change to each member of a whole checkpoint is what MutationTest tries; here it would
        // take most of the time.
        if (family != Family.CHECKPOINT) {
            replay(family, seeds);
        }
    }

    private void replay(Family family, SequencedMap<String, byte[]> inputs) {
        var target = family.target(new Scratch(folder));
        inputs.forEach(
                (name, input) ->
                        assertTimeoutPreemptively(
                                LONGEST,
                                () -> {
                                    try {
                                        target.run(input);
                                    } catch (Exception | Error e) {
                                        throw new AssertionError(family + " " + name, e);
                                    }
                                },
                                () -> family + " " + name));
    }
}
