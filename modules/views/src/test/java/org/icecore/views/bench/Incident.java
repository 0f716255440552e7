package org.icecore.views.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.log.ErrorLog;
import org.icecore.workbench.selection.SelectionService;

/// A bench without a stage: the test's own thread is the UI thread. And the evidence of the sample investigation.
public final class Incident implements AutoCloseable {
    private final LinkedBlockingQueue<Runnable> pending = new LinkedBlockingQueue<>();
    private final ErrorLog log = new ErrorLog(Clock.systemUTC(), pending::add);
    private final Bench bench = new Bench(new Jobs(Jobs.virtualThreads(), pending::add, log));
    private final BenchSelection selection = new BenchSelection(bench, new SelectionService());

    private Incident() {}

    /// A bench on which nothing lies.
    public static Incident closed() {
        return new Incident();
    }

    /// A bench on which both checkpoints lie, compared.
    public static Incident compared() {
        var incident = new Incident();
        incident.bench.open(java.util.List.of(before(), after()));
        incident.until(
                "compared",
                () -> incident.bench.comparison().get() instanceof ComparisonState.Done);
        return incident;
    }

    /// The archive from before the intrusion.
    public static Path before() {
        return folder().resolve("before.tar.gz");
    }

    /// The archive from after the intrusion.
    public static Path after() {
        return folder().resolve("after.tar.gz");
    }

    private static Path folder() {
        return Path.of(
                System.getProperty("icecore.root"), "modules", "fixtures", "evidence", "incident");
    }

    public Bench bench() {
        return bench;
    }

    public BenchSelection selection() {
        return selection;
    }

    public ErrorLog log() {
        return log;
    }

    /// The open checkpoint of that id.
    public Checkpoint checkpoint(String id) {
        return bench.checkpoint(new org.icecore.checkpoint.CheckpointId(id)).orElseThrow();
    }

    /// Runs what the UI thread would run until something holds.
    public void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            try {
                var next = pending.poll(20, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
