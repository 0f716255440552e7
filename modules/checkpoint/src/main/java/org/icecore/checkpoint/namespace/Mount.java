package org.icecore.checkpoint.namespace;

import java.util.Optional;
import org.icecore.evidence.Location;

/// A mount as the kernel had it; `mnt_entry`.
///
/// @param namespace id of the mount namespace
/// @param type of the file system, e.g. `tmpfs`
/// @param root of the mount within its file system
/// @param mountPoint path in the namespace
/// @param flags MS_* bits
/// @param externalKey name by which the engine handed the mount in from outside
public record Mount(
        long namespace,
        int id,
        int parent,
        String type,
        String root,
        String mountPoint,
        String source,
        String options,
        int flags,
        long device,
        Optional<String> externalKey,
        Location at) {}
