package org.icecore.fuzz;

import java.io.IOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// All families in one process, which is started once: for a short run.
///
/// The first byte of an input names the family. Each has as many inputs as it gets through in about a second; what comes
/// for it after those is passed over.
final class AllTarget implements Target {

    static final String NAME = "all";

    /// Bytes of the longest input.
    static final int LONGEST = 8 << 10;

    private static final int MOST_SEEDS = 30;

    private final Map<Family, Target> targets = new EnumMap<>(Family.class);
    private final Map<Family, Integer> tried = new EnumMap<>(Family.class);

    AllTarget(Scratch scratch) throws IOException {
        for (var family : Family.values()) {
            targets.put(family, family.target(scratch.within(family.title())));
        }
    }

    /// How many inputs of a family are tried.
    static int share(Family family) {
        return switch (family) {
            case ARCHIVE, IMAGE, RAW -> 800;
            case PAGES -> 200;
            case ENGINE -> 80;
            case CHECKPOINT -> 45;
        };
    }

    /// What is said when a family has had its share.
    static String done(Family family) {
        return "fuzzed %s: %d inputs".formatted(family.title(), share(family));
    }

    @Override
    public void run(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        var parts = new Input(input);
        var family = Family.values()[parts.u8() % Family.values().length];
        int count = tried.merge(family, 1, Integer::sum);
        if (count > share(family)) {
            return;
        }
        var own = parts.rest();
        try {
            targets.get(family).run(own);
        } catch (Exception | Error find) {
            // The computer that found it may be gone before anybody looks.
            throw new AssertionError(
                    "family %s, input in base64: %s"
                            .formatted(family.title(), Base64.getEncoder().encodeToString(own)),
                    find);
        }
        if (count == share(family)) {
            System.out.println(done(family));
        }
    }

    @Override
    public byte[] example() {
        return new byte[] {(byte) Family.CHECKPOINT.ordinal()};
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        for (var family : Family.values()) {
            var own = targets.get(family).seeds();
            int step = own.size() / MOST_SEEDS + 1;
            int number = 0;
            for (var seed : own.entrySet()) {
                if (number++ % step == 0) {
                    seeds.put(
                            family.title() + "-" + seed.getKey(),
                            Bytes.joined(new byte[] {(byte) family.ordinal()}, seed.getValue()));
                }
            }
        }
        return seeds;
    }
}
