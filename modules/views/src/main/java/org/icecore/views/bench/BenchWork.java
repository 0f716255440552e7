package org.icecore.views.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.CheckpointSource;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Jobs;
import org.icecore.workbench.job.Outcome;
import org.icecore.workbench.job.Work;

/// The jobs of the bench. Counts those at work, so that the program can wait for them before it ends.
final class BenchWork {
    private final Jobs jobs;
    private final Phaser atWork = new Phaser(1);

    BenchWork(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Opens a checkpoint, or finds several. One that was opened although nobody wants it any more is closed again.
    Job<Found> open(CheckpointSource source, CheckpointId id) {
        return open(
                "opening " + fileName(source.path()),
                progress -> {
                    try {
                        return new Found.One(Checkpoint.open(source, id, progress));
                    } catch (SeveralCheckpointsException several) {
                        return new Found.Several(several);
                    }
                });
    }

    /// Opens a checkpoint with parents that may be none.
    Job<Found> verify(CheckpointSource source, CheckpointId id) {
        return open(
                "verifying " + fileName(source.parents().getLast()),
                progress -> {
                    try {
                        return new Found.One(Checkpoint.open(source, id, progress));
                    } catch (EvidenceException refused) {
                        return new Found.Refused(refused);
                    }
                });
    }

    private interface Search {
        Found in(Progress progress) throws EvidenceException;
    }

    private Job<Found> open(String title, Search search) {
        var opened = new AtomicReference<Optional<Checkpoint>>(Optional.empty());
        Job<Found> job =
                start(
                        title,
                        progress -> {
                            var found = search.in(JobReading.of(progress, ""));
                            if (found instanceof Found.One(var checkpoint)) {
                                opened.set(Optional.of(checkpoint));
                            }
                            return found;
                        });
        return job.whenDone(
                end -> {
                    if (end instanceof Outcome.Cancelled<Found>) {
                        opened.get().ifPresent(Checkpoint::close);
                    }
                });
    }

    /// Computes the digest of an opened file.
    Job<Digest> digest(Archive archive) {
        return start(
                "hashing " + fileName(archive.path()),
                progress -> archive.sha256(JobReading.of(progress, "")));
    }

    /// Counts what the images of an opened checkpoint hold that this release does not know.
    Job<UnknownContent> unknown(Checkpoint checkpoint) {
        return start(
                "counting unknown fields of " + checkpoint.id(),
                progress -> UnknownContent.of(checkpoint, JobReading.of(progress, "")));
    }

    /// Compares two opened checkpoints.
    Job<Comparison> compare(Checkpoint before, Checkpoint after) {
        return start(
                "comparing %s with %s".formatted(before.id(), after.id()),
                progress -> Comparison.of(before, after, JobReading.of(progress, "")));
    }

    /// Waits until no job is at work, but not for ever. Not on the thread that delivers outcomes, unless they no longer matter.
    void await(long seconds) {
        try {
            atWork.awaitAdvanceInterruptibly(atWork.arrive(), seconds, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException _) {
            // A job that does not answer is a daemon's: it ends with the program.
        }
    }

    /// What a failure is called, and its stack trace for whoever asks.
    static ItemState.Failed failed(Outcome.Failed<?> failure) {
        var trace = new StringWriter();
        failure.cause().printStackTrace(new PrintWriter(trace, true));
        return new ItemState.Failed(failure.message(), trace.toString().stripTrailing());
    }

    /// What is shown of a file that holds several, where it stays.
    static ItemState.Failed several(SeveralCheckpointsException several) {
        var beside = several.beside().stream().map(Object::toString).toList();
        return new ItemState.Failed(
                several.getMessage()
                        + (beside.isEmpty()
                                ? ""
                                : "; it may hold more, since not all could be looked into: "
                                        + beside.getFirst()),
                String.join("\n", beside));
    }

    private <T> Job<T> start(String title, Work<? extends T> work) {
        atWork.register();
        return jobs.start(
                title,
                progress -> {
                    try {
                        return work.perform(progress);
                    } finally {
                        atWork.arriveAndDeregister();
                    }
                });
    }

    private static String fileName(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(path.toString());
    }

    /// Does something once a job has ended, at once if it has.
    static void after(Optional<? extends Job<?>> job, Runnable deed) {
        job.ifPresentOrElse(running -> whenDone(running, _ -> deed.run()), deed);
    }

    /// Does something once all jobs have ended, at once if they have.
    static void after(List<Job<?>> jobs, Runnable deed) {
        if (jobs.isEmpty()) {
            deed.run();
        } else {
            whenDone(jobs.getFirst(), _ -> after(jobs.subList(1, jobs.size()), deed));
        }
    }

    private static <T> void whenDone(Job<T> job, Consumer<Outcome<T>> listener) {
        job.whenDone(listener);
    }
}
