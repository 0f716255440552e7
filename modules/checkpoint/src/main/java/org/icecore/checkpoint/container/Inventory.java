package org.icecore.checkpoint.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.task.NamespaceIds;

/// The root of a dump; `inventory.img`.
///
/// @param imageVersion 1 for format 1.0, 2 for 1.1, 3 for 1.2; 0 where none was recorded, as in a pre-dump
/// @param descriptorTablesPerId whether `fdinfo-` images are numbered by table; else they are named after pids
/// @param lsm `NO_LSM`, `SELINUX`, `APPARMOR`, if recorded
/// @param runId of the CRIU run that made the dump
/// @param plugins of CRIU that took part; empty where the inventory has no list of them, as before CRIU 4.1
/// @param uptime time since the computer was started; recorded from CRIU 3.10 on, only where memory was tracked for
///     incremental dumps
/// @param preDumpMode 1 if pages were read from within the tasks, 2 from outside
/// @param networkLock how traffic was held: 0 iptables, 1 nftables, 2 not at all; recorded from CRIU 3.16 on
/// @param own kernel objects of CRIU itself: a namespace with the same id is not the container's own
/// @param ownCgroupSet the groups that CRIU was in
/// @param namespacesPerId whether images of namespaces are numbered by namespace, if recorded; else they are named after pids
/// @param probesAllowed whether the dump was to go on where user space probes were in place, if recorded
public record Inventory(
        int imageVersion,
        boolean descriptorTablesPerId,
        Optional<String> lsm,
        Optional<Boolean> tcpClose,
        Optional<String> runId,
        Optional<List<String>> plugins,
        Optional<Duration> uptime,
        OptionalInt preDumpMode,
        OptionalInt networkLock,
        Optional<NamespaceIds> own,
        OptionalInt ownCgroupSet,
        Optional<Boolean> namespacesPerId,
        Optional<Boolean> probesAllowed) {

    public Inventory {
        plugins = plugins.map(List::copyOf);
    }

    /// Whether this is of a pre-dump, which stores memory alone: no tasks, files or namespaces. CRIU 3.14 began to say so; from
    /// 3.10 on such an inventory has the uptime and else nothing, not even a format.
    public boolean ofPreDump() {
        return preDumpMode.isPresent() || imageVersion == 0 && uptime.isPresent() && own.isEmpty();
    }
}
