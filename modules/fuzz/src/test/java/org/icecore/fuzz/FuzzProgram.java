package org.icecore.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// Fuzzes one family for some time; `-Pfuzz` runs it.
///
/// What a run reached stays in `modules/fuzz/target/fuzz/FAMILY`, where the next one goes on. With `keep` in place of
/// seconds nothing is tried: the smallest inputs that reach all of it become the corpus in the repository.
final class FuzzProgram {

    private static final String KEEP = "keep";

    private FuzzProgram() {}

    /// @param arguments name of the family, seconds or `keep`, seed (0: another one each time)
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var family = Family.named(arguments[0]);
        var folder =
                Path.of(System.getProperty("icecore.root"), "modules/fuzz/target/fuzz")
                        .resolve(family.title());
        if (arguments[1].equals(KEEP)) {
            keep(family, folder);
            return;
        }
        long seed = Long.parseLong(arguments[2]);
        var duration = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var limits = List.of("-timeout=10", "-max_total_time=" + duration.toSeconds());
        var fuzzing =
                Fuzzing.of(family, folder, limits, seed == 0 ? System.nanoTime() & 0xffff : seed);
        System.out.printf("%s for %s, seed %d%n", family.title(), duration, fuzzing.seed());
        var outcome = fuzzing.run(seeds(family, folder));
        System.out.printf(
                "%s: %d executions, %d edges, %d finds; %s%n",
                family.title(),
                outcome.executions(),
                outcome.edges(),
                outcome.finds().size(),
                folder.resolve("log.txt"));
        if (outcome.found()) {
            System.out.println(outcome.report(family.title()));
            System.exit(1);
        }
    }

    /// All that a run begins with.
    static LinkedHashMap<String, byte[]> seeds(Family family, Path folder) throws IOException {
        var scratch = folder.resolve("seeding");
        var seeds = new LinkedHashMap<String, byte[]>();
        var target = family.target(new Scratch(Files.createDirectories(scratch)));
        seeds.putAll(target.seeds());
        var corpus = new Corpus(family);
        seeds.putAll(corpus.reaching());
        seeds.putAll(corpus.found());
        Scratch.remove(scratch);
        return seeds;
    }

    private static void keep(Family family, Path folder) throws IOException, InterruptedException {
        var smallest = folder.resolveSibling(family.title() + "-smallest");
        Scratch.remove(smallest);
        var merge = List.of("-merge=1", folder.resolve("corpus").toString());
        var outcome = Fuzzing.of(family, smallest, merge, 1).run(new LinkedHashMap<>());
        System.out.printf("exit %d%n", outcome.exit());
        new Corpus(family).keep(smallest.resolve("corpus"));
    }
}
