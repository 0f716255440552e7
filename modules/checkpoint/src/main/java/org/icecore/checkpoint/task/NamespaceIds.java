package org.icecore.checkpoint.task;

import java.util.SequencedMap;

/// Which kernel objects a task uses; equal numbers are shared objects; `task_kobj_ids_entry`.
///
/// @param vm id of the address space
/// @param files id of the descriptor table: names `fdinfo-ID.img`
/// @param fs id of the working directory, root and umask
/// @param signalHandlers id of the table of signal handlers
/// @param namespaces id by kind (`pid`, `net`, `ipc`, `uts`, `mnt`, `user`, `cgroup`, `time`), in that order; those recorded; unmodifiable
public record NamespaceIds(
        long vm, long files, long fs, long signalHandlers, SequencedMap<String, Long> namespaces) {}
