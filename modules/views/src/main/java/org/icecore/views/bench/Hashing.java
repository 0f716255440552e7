package org.icecore.views.bench;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;

/// The digests of what lies on the bench.
record Hashing(BenchWork work) {
    /// Computes the digest of the file of an item that was opened.
    void begin(BenchItem item, Checkpoint checkpoint) {
        if (checkpoint.archive().packing() == Archive.Packing.DIRECTORY) {
            item.digest(new DigestState.Unavailable("a folder has no digest of its own"));
            return;
        }
        var job = work.digest(checkpoint, item.path());
        item.digest(new DigestState.Computing(job));
        job.whenDone(
                end ->
                        item.digest(
                                switch (end) {
                                    case Outcome.Done<Digest>(var digest) ->
                                            new DigestState.Known(digest);
                                    case Outcome.Failed<Digest> failed ->
                                            new DigestState.Unavailable(failed.message());
                                    case Outcome.Cancelled<Digest> _ ->
                                            new DigestState.Unavailable("hashing was cancelled");
                                }));
    }

    /// The job at work.
    static Optional<Job<Digest>> of(BenchItem item) {
        return switch (item.sha256().get()) {
            case DigestState.Computing(var job) -> Optional.of(job);
            case DigestState.Awaited _, DigestState.Known _, DigestState.Unavailable _ ->
                    Optional.empty();
        };
    }
}
