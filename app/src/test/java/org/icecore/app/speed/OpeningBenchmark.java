package org.icecore.app.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Measures how long archives take to open, by their size and by their number of images.
final class OpeningBenchmark {

    private static final int WARM_ROUNDS = 300;
    private static final int ROUNDS = 51;
    private static final int RUNS = 7;
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    private final Archives archives;
    private final Path program;

    private OpeningBenchmark(Archives archives, Path program) {
        this.archives = archives;
        this.program = program;
    }

    /// @param arguments the folder that keeps the archives from one run to the next, and the folder of the program
    public static void main(String[] arguments) throws Exception {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var benchmark =
                new OpeningBenchmark(
                        new Archives(Path.of(arguments[0])),
                        Path.of(arguments[1], "bin", windows ? "icecore.bat" : "icecore"));
        System.out.printf(
                "Java %s, %s %s, %d processors, heap of %d MiB here and in the program%n",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / MIB);
        benchmark.taskTree();
        benchmark.show();
        benchmark.compressed();
    }

    private record Case(String name, Path archive, int tasks, List<Double> times) {}

    /// From the file to the tasks with their command lines, all cases in turn.
    private void taskTree() throws IOException, EvidenceException {
        var cases =
                List.of(
                        new Case("4 MiB, 1 task", archives.plain(1, 4 * MIB), 1, new ArrayList<>()),
                        new Case("2 GiB, 1 task", archives.plain(1, 2 * GIB), 1, new ArrayList<>()),
                        new Case("4 GiB, 1 task", archives.plain(1, 4 * GIB), 1, new ArrayList<>()),
                        new Case(
                                "4 MiB, 10 tasks",
                                archives.plain(10, 4 * MIB),
                                10,
                                new ArrayList<>()),
                        new Case(
                                "4 MiB, 100 tasks",
                                archives.plain(100, 4 * MIB),
                                100,
                                new ArrayList<>()));
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            for (var one : cases) {
                double took = timeToTasks(one);
                if (round >= WARM_ROUNDS) {
                    one.times().add(took);
                }
            }
        }
        var table = new Table("Plain tar to task tree, warm", "ms", "times the first");
        for (var one : cases) {
            table.row(
                    one.name(),
                    1000 * Sample.median(one.times()),
                    Sample.ratio(one.times(), cases.getFirst().times()));
        }
        table.print();
    }

    private static double timeToTasks(Case one) throws EvidenceException {
        long start = System.nanoTime();
        try (var checkpoint =
                Checkpoint.open(
                        one.archive(), new CheckpointId("measured"), Progress.unwatched())) {
            long known =
                    checkpoint.tasks().all().stream()
                            .filter(task -> task.commandLine().found().isPresent())
                            .count();
            if (known != one.tasks()) {
                throw new IllegalStateException(
                        "%d command lines in %s".formatted(known, one.name()));
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /// The whole program, beside the one that reads archives through.
    private void show() throws IOException, InterruptedException {
        var table =
                new Table("The program from its start to its end", "ms", "times the other program");
        for (long size : new long[] {4 * MIB, 2 * GIB, 4 * GIB}) {
            var archive = archives.plain(1, size).toString();
            compare(
                    table,
                    "icecore show, plain tar of %d MiB".formatted(size / MIB),
                    List.of("checkpointctl", "show", archive),
                    List.of(program.toString(), "show", archive));
        }
        table.print();
    }

    /// First opening of compressed archives, digest and working copy included, beside merely unpacking them.
    private void compressed() throws IOException, InterruptedException {
        var table = new Table("Compressed, 1 GiB unpacked", "ms", "times the other program");
        for (var packer : List.of("gzip", "zstd")) {
            if (Command.isHere(packer)) {
                var archive = archives.packed(packer, archives.plain(1, GIB)).toString();
                compare(
                        table,
                        "icecore show, beside %s -dc".formatted(packer),
                        List.of(packer, "-dc", archive),
                        List.of(program.toString(), "show", archive));
            } else {
                table.row(packer + " is not here");
            }
        }
        table.print();
    }

    /// Runs both in turn, so that a machine that is busy is so for both.
    private static void compare(Table table, String name, List<String> other, List<String> ours)
            throws IOException, InterruptedException {
        var theirs = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (int run = 0; run <= RUNS; run++) {
            double their = Command.isHere(other.getFirst()) ? Command.seconds(other) : Double.NaN;
            double our = Command.seconds(ours);
            // The first finds the files outside of the memory.
            if (run > 0) {
                theirs.add(their);
                times.add(our);
            }
        }
        table.row(name, 1000 * Sample.median(times), Sample.ratio(times, theirs));
        if (Command.isHere(other.getFirst())) {
            table.row(String.join(" ", other.subList(0, 2)), 1000 * Sample.median(theirs), 1);
        }
    }
}
