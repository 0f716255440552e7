package org.icecore.checkpoint.layout;

import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.evidence.Archive;

/// The dumps that the pages of one dump lie in.
///
/// @param archive with all of them
/// @param parents the image directories of the dumps before, the nearest first
/// @param pages the directory of a page server
/// @param supplied how many of the parents were given and have to prove that they are
public record Lineage(
        Archive archive,
        List<String> parents,
        Optional<String> pages,
        int supplied,
        Ancestry ancestry) {

    public Lineage {
        parents = List.copyOf(parents);
    }
}
