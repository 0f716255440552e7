package org.icecore.checkpoint;

import java.util.List;
import org.icecore.evidence.Defect;

/// The checkpoints in a file or folder, and what could not be looked into.
///
/// @param candidates what can be opened; may be empty
/// @param beside what is wrong with things beside them, which may hold more
public record CheckpointsFound(List<CheckpointCandidate> candidates, List<Defect> beside) {

    public CheckpointsFound {
        candidates = List.copyOf(candidates);
        beside = List.copyOf(beside);
    }
}
