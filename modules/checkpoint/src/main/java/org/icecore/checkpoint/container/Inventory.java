package org.icecore.checkpoint.container;

import java.util.List;
import java.util.Optional;

/// The root of a dump; `inventory.img`.
///
/// @param imageVersion 1 for format 1.0, 2 for 1.1, 3 for 1.2
/// @param descriptorTablesPerId whether `fdinfo-` images are numbered by table; else they are named after pids
/// @param lsm `NO_LSM`, `SELINUX`, `APPARMOR`, if recorded
/// @param runId of the CRIU run that made the dump
/// @param plugins of CRIU that took part
public record Inventory(
        int imageVersion,
        boolean descriptorTablesPerId,
        Optional<String> lsm,
        Optional<Boolean> tcpClose,
        Optional<String> runId,
        List<String> plugins) {

    public Inventory {
        plugins = List.copyOf(plugins);
    }
}
