package org.icecore.checkpoint.task;

import java.util.List;
import java.util.Optional;

/// Who a thread is and what it may do; `creds_entry`. Ids are those of the user namespace the dump was made in.
///
/// @param secureBits SECBIT_* bits
/// @param lsmProfile label of SELinux or AppArmor, if one was recorded
/// @param ambient empty where the dump does not say: CRIU before 4.1 wrote none
/// @param socketLabel SELinux context that new sockets get, if another than the default was set: that of the leader, which CRIU
///     writes for each thread of a task
/// @param noNewPrivileges PR_SET_NO_NEW_PRIVS; empty where the dump does not say: CRIU writes it only for a thread that has it
///     set, and before 3.19 for none. Where ambient capabilities are recorded the release was one that would have written it
public record Credentials(
        long uid,
        long euid,
        long suid,
        long fsuid,
        long gid,
        long egid,
        long sgid,
        long fsgid,
        List<Long> groups,
        CapabilitySet inheritable,
        CapabilitySet permitted,
        CapabilitySet effective,
        CapabilitySet bounding,
        Optional<CapabilitySet> ambient,
        int secureBits,
        Optional<String> lsmProfile,
        Optional<String> socketLabel,
        Optional<Boolean> noNewPrivileges) {

    public Credentials {
        groups = List.copyOf(groups);
    }
}
