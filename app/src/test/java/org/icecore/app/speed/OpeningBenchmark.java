package org.icecore.app.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// Measures how long large archives take to open, beside small ones and beside the programs that read them through.
final class OpeningBenchmark {

    private static final int WARM_ROUNDS = 300;
    private static final int ROUNDS = 51;
    private static final int RUNS = 7;
    private static final long MIB = 1 << 20;
    private static final long SMALL = 4 * MIB;

    /// What the promises are: one size opens as fast as another, and in half the time of a program that reads all of it.
    private static final double SAME = 1.5;

    private static final double HALF = 0.5;
    private static final double GZIP = 0.6;
    private static final double ZSTD = 2;

    /// Seconds that `checkpointctl show` takes for a GiB, where it was measured; taken where the program is not here.
    private static final double READ_THROUGH = 0.5;

    private final Archives archives;
    private final Path program;
    private final long large;
    private final Table table = new Table();

    private OpeningBenchmark(Archives archives, Path program, long large) {
        this.archives = archives;
        this.program = program;
        this.large = large;
    }

    /// @param arguments a folder for the archives, which is deleted at the end; the folder of the program; and the MiB of
    ///     memory in a large archive
    public static void main(String[] arguments) throws Exception {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var program = Path.of(arguments[1], "bin", windows ? "icecore.bat" : "icecore");
        try (var archives = new Archives(Path.of(arguments[0]))) {
            var benchmark =
                    new OpeningBenchmark(archives, program, Long.parseLong(arguments[2]) * MIB);
            benchmark.taskTree();
            benchmark.show();
            benchmark.compressed("gzip", GZIP);
            benchmark.compressed("zstd", ZSTD);
            machine();
            benchmark.table.print();
        }
    }

    private static void machine() {
        System.out.printf(
                "Java %s, %s %s, %d processors, heap of %d MiB here and in the program%n",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / MIB);
    }

    private static String size(long bytes) {
        return bytes >= 1024 * MIB ? bytes / MIB / 1024 + " GiB" : bytes / MIB + " MiB";
    }

    /// From the file to the task with its command line, both sizes in turn.
    private void taskTree() throws IOException, EvidenceException {
        var small = archives.plain(SMALL);
        var twice = archives.plain(2 * large);
        var smallTimes = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            double first = timeToTasks(small);
            double second = timeToTasks(twice);
            if (round >= WARM_ROUNDS) {
                smallTimes.add(first);
                times.add(second);
            }
        }
        table.row(
                "To the task tree, warm, plain tar of " + size(2 * large),
                Sample.median(times),
                size(SMALL),
                Sample.median(smallTimes),
                Sample.ratio(times, smallTimes),
                SAME);
        // The largest of all is no longer needed.
        Files.delete(twice);
    }

    private static double timeToTasks(Path archive) throws EvidenceException {
        long start = System.nanoTime();
        try (var checkpoint =
                Checkpoint.open(archive, new CheckpointId("measured"), Progress.unwatched())) {
            var task = checkpoint.tasks().all().getFirst();
            if (task.commandLine().found().isEmpty()) {
                throw new IllegalStateException("no command line in " + archive);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /// The whole program, beside itself with a small archive and beside the one that reads archives through.
    private void show() throws IOException, InterruptedException {
        var archive = archives.plain(large);
        compare(
                "icecore show, plain tar of " + size(large),
                show(archive),
                size(SMALL),
                show(archives.plain(SMALL)),
                SAME);
        var what = "icecore show, plain tar of " + size(large);
        if (Command.isHere("checkpointctl")) {
            var theirs = List.of("checkpointctl", "show", archive.toString());
            compare(what, show(archive), "checkpointctl show", theirs, HALF);
        } else {
            double ours = Sample.median(times(show(archive)));
            double theirs = READ_THROUGH * large / (1024 * MIB);
            table.row(what, ours, "checkpointctl, known", theirs, ours / theirs, HALF);
        }
    }

    /// First opening of a compressed archive, digest and working copy included, beside merely unpacking it.
    private void compressed(String packer, double target) throws IOException, InterruptedException {
        var what = "icecore show, %s of %s".formatted(packer, size(large));
        if (!Command.isHere(packer)) {
            table.missing(what, packer);
            return;
        }
        var archive = archives.packed(packer, archives.plain(large));
        var theirs = List.of(packer, "-dc", archive.toString());
        compare(what, show(archive), packer + " -dc", theirs, target);
        Files.delete(archive);
    }

    private List<String> show(Path archive) {
        return List.of(program.toString(), "show", archive.toString());
    }

    /// Runs both in turn, so that a machine that is busy is so for both.
    private void compare(
            String what, List<String> ours, String other, List<String> theirs, double target)
            throws IOException, InterruptedException {
        var ourTimes = new ArrayList<Double>();
        var theirTimes = new ArrayList<Double>();
        // The first finds the files outside of the memory.
        for (int run = 0; run <= RUNS; run++) {
            double their = Command.seconds(theirs);
            double our = Command.seconds(ours);
            if (run > 0) {
                theirTimes.add(their);
                ourTimes.add(our);
            }
        }
        table.row(
                what,
                Sample.median(ourTimes),
                other,
                Sample.median(theirTimes),
                Sample.ratio(ourTimes, theirTimes),
                target);
    }

    private static List<Double> times(List<String> command)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            times.add(Command.seconds(command));
        }
        return times;
    }
}
