package org.icecore.checkpoint.layout;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;

/// Evidence in which no checkpoint was found.
///
/// @param loosePages whether there are pages without the images that belong to them
/// @param defects what was met on the way
record NoCheckpoint(Archive archive, boolean loosePages, List<Defect> defects) {

    /// Says why, and the first that may have to do with it.
    EvidenceException exception() {
        var whole =
                new Location(
                        archive.path().toString(), new ByteRange(0, Math.max(0, archive.size())));
        return Stream.concat(defects.stream(), cuts())
                .findFirst()
                .map(defect -> new EvidenceException(whole, why() + "; " + defect))
                .orElseGet(() -> new EvidenceException(whole, why()));
    }

    private String why() {
        if (loosePages) {
            return "not a checkpoint but pages of one, as `criu page-server` keeps them; open the"
                    + " folder with its other images and give these as its pages";
        }
        return archive.members().isEmpty()
                ? "not a checkpoint: the %s is empty"
                        .formatted(Files.isDirectory(archive.path()) ? "folder" : "archive")
                : "not a checkpoint: it has neither an inventory.img nor a pstree.img (members: %d)"
                        .formatted(archive.members().size());
    }

    /// What was cut off the archive may have held the checkpoint, and so may a folder that cannot be listed.
    private Stream<Defect> cuts() {
        return archive.defects().stream().filter(this::hides);
    }

    private boolean hides(Defect defect) {
        return switch (defect.kind()) {
            case CUT -> true;
            case DAMAGED -> archive.packing() == Archive.Packing.DIRECTORY;
            case ODD -> false;
        };
    }
}
