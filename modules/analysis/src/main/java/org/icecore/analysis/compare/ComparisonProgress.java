package org.icecore.analysis.compare;

import org.icecore.evidence.Progress;

/// Counts the stored bytes that a comparison has dealt with, on both sides together.
final class ComparisonProgress {

    private final Progress progress;
    private final long total;
    private long done;

    ComparisonProgress(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void advance(long bytes) {
        done += bytes;
        progress.advance(Math.min(done, total), total);
    }
}
