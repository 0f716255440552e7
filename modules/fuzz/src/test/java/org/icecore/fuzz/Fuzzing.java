package org.icecore.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// A run of Jazzer on one target, in a Java of its own with the heap that the program promises to be content with.
///
/// @param target name of a family, or of the target that is broken on purpose
/// @param folder for everything the run writes: `corpus`, `scratch`, `log.txt` and what it finds
/// @param limits of the run, as options of libFuzzer: `-max_total_time=30` or `-runs=1000`
/// @param seed of the fuzzer's random numbers
record Fuzzing(String target, Path folder, int longest, List<String> limits, long seed) {

    private static final String HEAP = "-Xmx256m";

    /// Generated code; and what compares each name with each pattern, of which the fuzzer learns little and slowly.
    private static final List<String> EXCLUDED =
            List.of("org.icecore.criu.proto.**", "org.icecore.criu.FileNamePattern");

    Fuzzing {
        limits = List.copyOf(limits);
    }

    static Fuzzing of(Family family, Path folder, List<String> limits, long seed) {
        return new Fuzzing(family.title(), folder, family.longest(), limits, seed);
    }

    /// Begins with `seeds`, and with what earlier runs left in the folder.
    FuzzingOutcome run(SequencedMap<String, byte[]> seeds)
            throws IOException, InterruptedException {
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (var seed : seeds.sequencedValues()) {
            if (seed.length <= longest) {
                Files.write(corpus.resolve("seed-%04d".formatted(number++)), seed);
            }
        }
        var scratch = Files.createDirectories(folder.resolve("scratch"));
        var log = folder.resolve("log.txt");
        var process =
                new ProcessBuilder(command(corpus, scratch))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            int exit = process.waitFor();
            return FuzzingOutcome.read(exit, log, folder);
        } finally {
            process.destroyForcibly();
            Scratch.remove(scratch);
        }
    }

    /// A short run ends before the better compiler has paid for itself.
    private String compiler() {
        return "-XX:TieredStopAtLevel="
                + (limits.stream().anyMatch(limit -> limit.startsWith("-runs=")) ? 1 : 4);
    }

    private List<String> command(Path corpus, Path scratch) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                compiler(),
                                "-XX:+EnableDynamicAgentLoading",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.io.tmpdir=" + scratch,
                                "-Dicecore.root=" + System.getProperty("icecore.root"),
                                "-D" + FuzzEntry.FAMILY + "=" + target,
                                "-D" + FuzzEntry.SCRATCH + "=" + scratch,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + FuzzEntry.class.getName(),
                                "--instrumentation_includes=org.icecore.**",
                                "--custom_hook_includes=org.icecore.**",
                                "--instrumentation_excludes="
                                        + String.join(File.pathSeparator, EXCLUDED),
                                "--reproducer_path=" + folder,
                                "-artifact_prefix=" + folder.resolve("find-"),
                                "-seed=" + seed,
                                "-max_len=" + longest,
                                // Long inputs from the start: a slow family would not get to them.
                                "-len_control=0",
                                "-print_final_stats=1",
                                "-rss_limit_mb=0",
                                "-close_fd_mask=0"));
        if (target.equals(Family.CHECKPOINT.title())) {
            // Its inputs are lists of changes: what is compared deep within says nothing of them,
            // and takes most of the time.
            command.add("--trace=cov");
        }
        // A merge goes into the first folder.
        command.add(corpus.toString());
        command.addAll(limits);
        return command;
    }
}
