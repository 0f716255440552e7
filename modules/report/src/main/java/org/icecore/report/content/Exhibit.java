package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
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
/// @param further the other files that it takes pages from
public record Exhibit(Checkpoint checkpoint, Optional<Digest> digest, List<Further> further) {

    public Exhibit {
        further = List.copyOf(further);
    }

    /// The file of a dump before it.
    ///
    /// @param digest SHA-256 of the file as it lies on disk; empty for a folder, which has none
    public record Further(Archive archive, Optional<Digest> digest) {}

    /// The exhibit with its digest, which is computed unless it is known already.
    public static Exhibit of(Checkpoint checkpoint, Optional<Digest> known, Progress progress)
            throws EvidenceException {
        // What is unpacked only when asked for may be damaged, too, and a report lists all defects.
        TmpfsFiles.lookInto(checkpoint, progress);
        var archive = checkpoint.archive();
        var further = new ArrayList<Further>();
        for (var other : archive.further()) {
            further.add(new Further(other, digest(other, progress)));
        }
        return new Exhibit(
                checkpoint, known.isPresent() ? known : digest(archive, progress), further);
    }

    private static Optional<Digest> digest(Archive archive, Progress progress)
            throws EvidenceException {
        return archive.packing() == Archive.Packing.DIRECTORY
                ? Optional.empty()
                : Optional.of(archive.sha256(progress));
    }

    String name() {
        return name(checkpoint.archive());
    }

    /// The last name of the path of an archive.
    static String name(Archive archive) {
        return String.valueOf(archive.path().toAbsolutePath().normalize().getFileName());
    }
}
