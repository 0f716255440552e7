package org.icecore.checkpoint.content;

import java.util.Optional;
import org.icecore.evidence.Member;

/// A tmpfs whose files the checkpoint keeps: in memory on the host, as tar in the checkpoint. A named volume of the engine is
/// kept in the same way.
///
/// @param image `tmpfs-dev-N.tar.gz.img`, or `tmpfs-N.tar.gz.img` of old versions of CRIU; Podman's `devshm-checkpoint.tar`;
///     `volumes/NAME.tar` of a volume
/// @param mountPoint where it was mounted; empty if no mount says so, or only parts of it were mounted
public record Tmpfs(Member image, Optional<String> mountPoint) {

    /// Where it was mounted, or else what keeps it.
    public String title() {
        return mountPoint.orElse(image.name());
    }
}
