package org.icecore.checkpoint.join;

import java.nio.file.Path;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// draft
public final class Join {
    private Join() {}
    /// draft
    public static Checkpoint open(Path path, CheckpointId id, Progress progress) throws EvidenceException {
        throw new UnsupportedOperationException();
    }
}
