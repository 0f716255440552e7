package org.icecore.checkpoint.cgroup;

import java.util.List;
import java.util.Optional;
import org.icecore.evidence.Location;

/// A control group; `cgroup_dir_entry`.
///
/// @param controllers of its hierarchy, e.g. `cpu,cpuacct`; empty for the unified hierarchy
/// @param path from the root of the hierarchy, as the host sees it
/// @param threaded whether threads may sit apart from their leader
/// @param settings in the order of the image
public record Cgroup(
        String controllers,
        String path,
        boolean threaded,
        Optional<Permissions> permissions,
        List<Setting> settings,
        Location at) {

    public Cgroup {
        settings = List.copyOf(settings);
    }

    /// A file of the group and what it said.
    ///
    /// @param value empty where CRIU does not keep it: lists of tasks
    public record Setting(String name, String value, Optional<Permissions> permissions) {}

    /// Of a group's folder or of one of its files.
    ///
    /// @param mode S_I* bits
    public record Permissions(int mode, long uid, long gid) {}
}
