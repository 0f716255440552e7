package org.icecore.report.content;

/// How much of two checkpoints a comparison report tells.
public enum Extent {
    /// What changed, and each checkpoint as a whole.
    WHOLE,
    /// What changed, and nothing that is the same in both.
    CHANGES_ONLY
}
