package org.icecore.checkpoint.cgroup;

import java.util.List;
import org.icecore.evidence.Location;

/// A complete membership: one group in each hierarchy; `cg_set_entry`.
///
/// @param id by which threads refer to it
public record CgroupSet(long id, List<Member> members, Location at) {

    public CgroupSet {
        members = List.copyOf(members);
    }

    /// Membership in one hierarchy.
    ///
    /// @param controllers as in `/proc/PID/cgroup`; empty for the unified hierarchy
    /// @param path from the root of the hierarchy, as the host sees it
    /// @param hidden leading characters of the path that the task's cgroup namespace hides
    public record Member(String controllers, String path, long hidden) {}
}
