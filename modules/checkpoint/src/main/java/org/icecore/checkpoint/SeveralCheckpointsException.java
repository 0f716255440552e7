package org.icecore.checkpoint;

import java.util.List;
import java.util.stream.Collectors;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// More than one checkpoint lies where one was to be opened; each can be opened by itself.
public class SeveralCheckpointsException extends EvidenceException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<CheckpointCandidate> candidates;

    /// @param at the file or folder
    public SeveralCheckpointsException(Location at, List<CheckpointCandidate> candidates) {
        super(
                at,
                "holds %d checkpoints; name one of them: %s"
                        .formatted(
                                candidates.size(),
                                candidates.stream()
                                                .limit(SHOWN)
                                                .map(CheckpointCandidate::name)
                                                .collect(Collectors.joining(", "))
                                        + (candidates.size() > SHOWN ? ", ..." : "")));
        this.candidates = List.copyOf(candidates);
    }

    /// What can be opened.
    public List<CheckpointCandidate> candidates() {
        return candidates;
    }
}
