package org.icecore.checkpoint.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Member;

/// What an image says of being a checkpoint, by the annotations that engines put on one.
///
/// Sources: Podman `libpod/define/annotations.go`, CRI-O `pkg/annotations`, checkpointctl `lib/metadata.go`.
///
/// @param annotation that says so
record ClaimedCheckpoint(String annotation) {

    private static final List<String> BEGINNINGS =
            List.of(
                    "io.podman.annotations.checkpoint.",
                    "io.kubernetes.cri-o.annotations.checkpoint.",
                    "org.criu.checkpoint.");

    /// The first annotation of an image that says that it is one.
    static Optional<ClaimedCheckpoint> of(Map<String, String> annotations) {
        return annotations.keySet().stream()
                .filter(key -> BEGINNINGS.stream().anyMatch(key::startsWith))
                .findFirst()
                .map(ClaimedCheckpoint::new);
    }

    /// Says that there is none.
    ///
    /// @param member that should have it, or name it
    Defect broken(Archive archive, Member member, String instead) {
        return OciBlob.defect(
                archive,
                member,
                "the image says that it is a checkpoint (annotation %s), but %s"
                        .formatted(annotation, instead),
                Defect.Kind.DAMAGED);
    }
}
