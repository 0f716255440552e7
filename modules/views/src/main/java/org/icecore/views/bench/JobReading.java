package org.icecore.views.bench;

import org.icecore.workbench.job.Progress;

/// Reading of evidence as part of a job: it tells how far it is, and stops when the job is cancelled.
public final class JobReading {
    private JobReading() {}

    /// The progress that reading reports to.
    ///
    /// @param message what is being done; may be empty
    public static org.icecore.evidence.Progress of(Progress progress, String message) {
        return (done, total) -> {
            progress.check();
            progress.update(done, total, message);
        };
    }
}
