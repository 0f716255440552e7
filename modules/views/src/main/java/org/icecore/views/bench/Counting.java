package org.icecore.views.bench;

import java.util.Optional;
import org.icecore.analysis.content.UnknownContent;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.workbench.job.Job;
import org.icecore.workbench.job.Outcome;

/// The counts of what nobody knows in the images of what lies on the bench.
record Counting(BenchWork work) {
    /// Reads the images of an item that was opened.
    void begin(BenchItem item, Checkpoint checkpoint) {
        var job = work.unknown(checkpoint);
        var mine = new UnknownState.BeingCounted(job);
        item.unknown(mine);
        job.whenDone(
                end -> {
                    // The item may have been opened anew meanwhile, and is counted anew.
                    if (item.unknown().get().equals(mine)) {
                        item.unknown(state(end));
                    }
                });
    }

    private static UnknownState state(Outcome<UnknownContent> end) {
        return switch (end) {
            case Outcome.Done<UnknownContent>(var content) -> new UnknownState.Counted(content);
            case Outcome.Failed<UnknownContent> failed ->
                    new UnknownState.NotCounted(failed.message());
            case Outcome.Cancelled<UnknownContent> _ ->
                    new UnknownState.NotCounted("counting was cancelled");
        };
    }

    /// The job at work.
    static Optional<Job<UnknownContent>> of(BenchItem item) {
        return switch (item.unknown().get()) {
            case UnknownState.BeingCounted(var job) -> Optional.of(job);
            case UnknownState.Counted _, UnknownState.NotCounted _ -> Optional.empty();
        };
    }
}
