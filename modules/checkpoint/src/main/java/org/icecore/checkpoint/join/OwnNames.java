package org.icecore.checkpoint.join;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icecore.checkpoint.layout.Arrangement;
import org.icecore.evidence.MemberPath;

/// What the members of one checkpoint are called below its root, wherever it lies: in a folder, in an archive within
/// another, or in blobs that are named by their digests. The parts of an image that a checkpoint came in are called by what
/// they are for.
///
/// @param spread of a checkpoint in several layers: the names of its images, by those of their members
/// @param layers the directories of it in those layers, in which there may be images that others replace
record OwnNames(Arrangement arrangement, Map<String, String> spread, Set<String> layers) {

    /// As exports call the directory.
    private static final String IMAGES = "checkpoint/";

    OwnNames(Arrangement arrangement) {
        this(arrangement, new HashMap<>(), new HashSet<>());
        arrangement
                .spread()
                .forEach(
                        (name, member) -> {
                            spread.put(member, name);
                            layers.add(member.substring(0, member.length() - name.length()));
                        });
    }

    /// The name below the root; empty for a member that is none of the checkpoint's.
    Optional<String> of(String member) {
        var root = arrangement.documents().directory();
        if (spread.containsKey(member)) {
            return Optional.of(IMAGES + spread.get(member));
        }
        if (layers.stream().anyMatch(member::startsWith)) {
            return Optional.empty();
        }
        if (arrangement.hasImages() && member.startsWith(arrangement.images())) {
            return Optional.of(
                    arrangement.images().startsWith(root) && !inBlob(root)
                            ? member.substring(root.length())
                            : IMAGES + member.substring(arrangement.images().length()));
        }
        return document(member)
                .or(() -> Optional.ofNullable(arrangement.documents().parts().get(member)))
                .or(
                        () ->
                                member.startsWith(root)
                                        ? Optional.of(member.substring(root.length()))
                                        : Optional.empty());
    }

    /// Whether the images lie in an archive below the root, of whatever name.
    private boolean inBlob(String root) {
        return arrangement.images().indexOf(MemberPath.INTO, root.length()) >= 0;
    }

    private Optional<String> document(String member) {
        return arrangement.documents().elsewhere().entrySet().stream()
                .filter(
                        entry ->
                                member.equals(entry.getValue())
                                        || member.startsWith(entry.getValue() + MemberPath.INTO))
                .map(entry -> entry.getKey() + member.substring(entry.getValue().length()))
                .findFirst();
    }
}
