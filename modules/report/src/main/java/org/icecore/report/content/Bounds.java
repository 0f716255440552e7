package org.icecore.report.content;

/// How much a report quotes; what is left out is counted where it was left out.
///
/// @param rows most rows of one table
/// @param tasks most tasks that have a section of their own
/// @param excerpts most hex excerpts of one task
/// @param excerptBytes most bytes of one excerpt, a multiple of 16
public record Bounds(int rows, int tasks, int excerpts, int excerptBytes) {

    /// Enough for a report that is read on paper.
    public static Bounds forPaper() {
        return new Bounds(2_000, 300, 40, 256);
    }
}
