package org.icecore.report.content;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Digest;

/// A checkpoint that a report is about, and the digest by which its archive is known.
///
/// @param digest SHA-256 of the file as it lies on disk; empty for a folder, which has none
public record Exhibit(Checkpoint checkpoint, Optional<Digest> digest) {

    String name() {
        return String.valueOf(
                checkpoint.archive().path().toAbsolutePath().normalize().getFileName());
    }
}
