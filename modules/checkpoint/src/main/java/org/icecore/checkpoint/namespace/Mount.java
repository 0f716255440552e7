package org.icecore.checkpoint.namespace;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.Observed;
import org.icecore.evidence.Location;

/// A mount as the kernel had it; `mnt_entry`.
///
/// @param namespace id of the mount namespace
/// @param type of the file system, e.g. `tmpfs`; CRIU does not record that of one which it does not make again itself
/// @param root of the mount within its file system
/// @param mountPoint path in the namespace
/// @param flags MS_* bits of the mount
/// @param fileSystemFlags MS_* bits of the file system, which all its mounts share; empty where older dumps mixed them into `flags`
/// @param removed whether the directory that is mounted had been removed
/// @param peerGroup mounts of one group hand what is mounted below them to each other; empty if it is in none
/// @param masterGroup the group it receives such mounts from; empty if from none
/// @param sharedWithin whether its group is of mounts within the container alone, as far as CRIU says so
/// @param byPlugin whether a plugin of CRIU makes it again
/// @param externalKey name by which the engine handed the mount in from outside
public record Mount(
        long namespace,
        int id,
        int parent,
        Observed<String> type,
        String root,
        String mountPoint,
        String source,
        String options,
        int flags,
        OptionalInt fileSystemFlags,
        boolean removed,
        long device,
        OptionalInt peerGroup,
        OptionalInt masterGroup,
        boolean sharedWithin,
        boolean byPlugin,
        Optional<String> externalKey,
        Location at) {

    /// Whether it is of a file system in memory.
    public boolean isTmpfs() {
        return type.found().filter("tmpfs"::equals).isPresent();
    }

    /// How mounts below it spread, as /proc/PID/mountinfo writes it: `shared:7 master:3`; `private` if they do not.
    public String propagation() {
        var words = new ArrayList<String>();
        peerGroup.ifPresent(group -> words.add("shared:" + Integer.toUnsignedString(group)));
        masterGroup.ifPresent(group -> words.add("master:" + Integer.toUnsignedString(group)));
        return words.isEmpty() ? "private" : String.join(" ", words);
    }
}
