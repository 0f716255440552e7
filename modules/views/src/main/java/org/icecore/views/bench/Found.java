package org.icecore.views.bench;

import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.SeveralCheckpointsException;
import org.icecore.evidence.EvidenceException;

/// What opening a file led to, failures left aside that the examiner has to read about.
sealed interface Found {
    /// A checkpoint.
    record One(Checkpoint checkpoint) implements Found {}

    /// Several, each of which can be opened.
    record Several(SeveralCheckpointsException which) implements Found {}

    /// Nothing: what was supplied does not belong to it.
    record Refused(EvidenceException reason) implements Found {}
}
