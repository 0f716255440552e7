package org.icecore.checkpoint.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.container.Ancestry;
import org.icecore.evidence.Archive;

/// The dumps that the pages of one dump lie in.
///
/// @param archive with all of them
/// @param parents the image directories of the dumps before, the nearest first
/// @param pages the directory of a page server
/// @param targets what the links to the parents say, in the same order; empty text where there is no link
/// @param supplied the directories that were given, and have to prove that they are what they were given as
/// @param unlinked those of them that no link leads to, with the paths they were given as
public record Lineage(
        Archive archive,
        List<String> parents,
        Optional<String> pages,
        List<String> targets,
        Set<String> supplied,
        Map<String, Path> unlinked,
        Ancestry ancestry) {

    public Lineage {
        parents = List.copyOf(parents);
        targets = List.copyOf(targets);
        supplied = Set.copyOf(supplied);
        unlinked = Map.copyOf(unlinked);
    }
}
