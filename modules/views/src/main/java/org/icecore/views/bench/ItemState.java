package org.icecore.views.bench;

import org.icecore.checkpoint.Checkpoint;
import org.icecore.workbench.job.Job;

/// What became of a file that was put on the bench.
public sealed interface ItemState {
    /// It is being read.
    record Opening(Job<?> job) implements ItemState {}

    /// It can be asked.
    record Open(Checkpoint checkpoint) implements ItemState {}

    /// It cannot be opened.
    ///
    /// @param message why, with the place in the evidence
    /// @param details more for whoever asks; may be empty
    record Failed(String message, String details) implements ItemState {}
}
