package org.icecore.report.content;

import java.util.Optional;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Digest;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Progress;

/// A checkpoint that a report is about, and the digest by which its archive is known.
///
/// @param digest SHA-256 of the file as it lies on disk; empty for a folder, which has none
public record Exhibit(Checkpoint checkpoint, Optional<Digest> digest) {

    /// The exhibit with its digest, which is computed unless it is known already.
    public static Exhibit of(Checkpoint checkpoint, Optional<Digest> known, Progress progress)
            throws EvidenceException {
        // What is unpacked only when asked for may be damaged, too, and a report lists all defects.
        TmpfsFiles.lookInto(checkpoint, progress);
        if (known.isPresent() || checkpoint.archive().packing() == Archive.Packing.DIRECTORY) {
            return new Exhibit(checkpoint, known);
        }
        return new Exhibit(checkpoint, Optional.of(checkpoint.archive().sha256(progress)));
    }

    String name() {
        return String.valueOf(
                checkpoint.archive().path().toAbsolutePath().normalize().getFileName());
    }
}
