package org.icecore.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// The folder of real checkpoints that the environment variable ICECORE_EVIDENCE names.
public final class Evidence {

    private Evidence() {}

    /// The path of an archive; ends the test as skipped if the folder is not named.
    public static Path path(String name) {
        var folder = System.getenv("ICECORE_EVIDENCE");
        assumeTrue(folder != null, "ICECORE_EVIDENCE does not name the folder of evidence");
        return Path.of(folder).resolve(name);
    }

    /// An open checkpoint.
    public static Checkpoint open(String name, String id) throws EvidenceException {
        return Checkpoint.open(path(name), new CheckpointId(id), Progress.unwatched());
    }
}
