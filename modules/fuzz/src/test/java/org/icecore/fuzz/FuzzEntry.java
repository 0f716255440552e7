package org.icecore.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Where Jazzer enters: one process for one family.
public final class FuzzEntry {

    /// Names the family.
    static final String FAMILY = "icecore.fuzz.family";

    /// Names the folder that the target may write to.
    static final String SCRATCH = "icecore.fuzz.scratch";

    private static final Target TARGET = target();

    private FuzzEntry() {}

    private static Target target() {
        var scratch = new Scratch(Path.of(System.getProperty(SCRATCH)));
        var name = System.getProperty(FAMILY);
        try {
            return switch (name) {
                case BrokenTarget.NAME -> new BrokenTarget();
                case AllTarget.NAME -> new AllTarget(scratch);
                default -> Family.named(name).target(scratch);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the target before the clock of the first input runs.
    public static void fuzzerInitialize() throws IOException {
        TARGET.run(TARGET.example());
    }

    /// Tries one input; whatever is thrown is a find.
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        TARGET.run(input);
    }
}
