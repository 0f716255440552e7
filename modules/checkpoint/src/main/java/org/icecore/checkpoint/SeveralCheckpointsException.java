package org.icecore.checkpoint;

import java.util.List;
import java.util.stream.Collectors;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// More than one checkpoint lies where one was to be opened; each can be opened by itself.
public class SeveralCheckpointsException extends EvidenceException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<CheckpointCandidate> candidates;
    private final transient List<Defect> beside;

    /// @param at the file or folder
    /// @param beside what could not be looked into, and may hold more
    public SeveralCheckpointsException(
            Location at, List<CheckpointCandidate> candidates, List<Defect> beside) {
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
        this.beside = List.copyOf(beside);
    }

    /// What is wrong with things beside them, which may hold more.
    public List<Defect> beside() {
        return beside;
    }

    /// What can be opened.
    public List<CheckpointCandidate> candidates() {
        return candidates;
    }
}
