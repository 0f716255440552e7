package org.icecore.views.properties;

import java.util.Locale;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SealNames;

/// What is known of an open file beyond what all have, by its kind.
///
/// @param group takes it down
record FileDetails(GroupBuilder group) {

    /// Adds what is known of a file of this kind.
    void add(OpenFile file) {
        switch (file) {
            case OpenFile.RegularFile it -> regular(it);
            case OpenFile.Pipe it -> group.plain("Pipe id", it.pipeId());
            case OpenFile.Fifo it ->
                    group.plain("Pipe id", it.pipeId()).optional("Path", it.path());
            case OpenFile.InetSocket it -> inet(it);
            case OpenFile.UnixSocket it -> unix(it);
            case OpenFile.NetlinkSocket it ->
                    group.plain("Protocol", it.protocolName())
                            .plain("State", it.state())
                            .plain("Port id", it.portId())
                            .plain("Inode", it.inode());
            case OpenFile.PacketSocket it ->
                    group.plain("Type", it.type())
                            .code("Protocol", "0x%04x".formatted(it.protocol()))
                            .plain("Interface", it.interfaceIndex());
            case OpenFile.EventFd it -> group.plain("Counter", Long.toUnsignedString(it.counter()));
            case OpenFile.EventPoll it ->
                    it.watches()
                            .forEach(
                                    watch ->
                                            group.code(
                                                    "Watches fd " + watch.fd(),
                                                    "events 0x%x, data 0x%x"
                                                            .formatted(
                                                                    watch.events(), watch.data())));
            case OpenFile.SignalFd it -> group.code("Mask", "0x%016x".formatted(it.mask()));
            case OpenFile.TimerFd it -> timer(it);
            case OpenFile.Inotify it -> watches(it);
            case OpenFile.Fanotify it -> marks(it);
            case OpenFile.Tty it -> {
                group.optional("Type", it.type()).optional("Path", it.path());
                it.index().ifPresent(index -> group.plain("Index", index));
            }
            case OpenFile.NamespaceFile it ->
                    group.plain("Namespace id", it.namespaceId())
                            .code("Clone flag", "0x%x".formatted(it.cloneFlag()));
            case OpenFile.Tun it -> group.optional("Device", it.device());
            case OpenFile.MemFd it -> memory(it);
            case OpenFile.BpfMap it -> map(it);
            case OpenFile.PidFd it -> group.plain("Pid", it.pid());
            case OpenFile.ExternalFile _ -> group.plain("Note", "left to a plugin of CRIU");
            case OpenFile.Unrecognised it ->
                    group.plain(
                            "Type",
                            it.name()
                                    .map(name -> name + ", but its entry says nothing of it")
                                    .orElseGet(
                                            () ->
                                                    "fd_types %d, not known to this release"
                                                            .formatted(it.type())));
        }
    }

    private void regular(OpenFile.RegularFile it) {
        group.plain("Position", Long.toUnsignedString(it.position()));
        it.size().ifPresent(size -> group.size("Size", size));
        it.mode().ifPresent(mode -> group.code("Mode", "%07o".formatted(mode)));
        it.mountId().ifPresent(mount -> group.plain("Mount id", mount));
        it.buildId().ifPresent(build -> group.code("Build id", build));
        it.remap()
                .filter(_ -> it.deleted())
                .ifPresent(
                        remap ->
                                group.plain(
                                        "Kept as",
                                        "%s %d"
                                                .formatted(
                                                        remap.kind()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT),
                                                        remap.id())));
        group.plain(
                "Deleted",
                it.deleted()
                        ? "yes: the path leads nowhere any more"
                        : it.tellsWhetherDeleted()
                                ? "no"
                                : "unknown: the image that tells of deleted files is damaged");
    }

    private void inet(OpenFile.InetSocket it) {
        group.plain("Protocol", it.protocolName())
                .plain("Type", it.type())
                .plain("State", it.state())
                .code("Source", it.source().toString())
                .code(
                        "Destination",
                        it.destination().unspecified()
                                ? "not connected"
                                : it.destination().toString())
                .plain("Backlog", it.backlog())
                .plain("Inode", it.inode())
                .optional("Device", it.device());
        it.namespace().ifPresent(id -> group.plain("Network namespace", id));
    }

    private void unix(OpenFile.UnixSocket it) {
        group.plain("Type", it.type())
                .plain("State", it.state())
                .code("Name", it.name().isEmpty() ? "none" : it.name())
                .plain("Inode", it.inode())
                .plain(
                        "Peer",
                        it.peer() == 0 ? "not connected" : "socket:[%d]".formatted(it.peer()))
                .plain("Backlog", it.backlog())
                .plain("Deleted", it.deleted() ? "yes" : "no");
    }

    private void timer(OpenFile.TimerFd it) {
        group.plain("Clock", it.clock())
                .plain("Ticks not read", it.ticks())
                .plain(
                        "Next",
                        it.nextNanos() == 0 ? "disarmed" : "%,d ns".formatted(it.nextNanos()))
                .plain(
                        "Interval",
                        it.intervalNanos() == 0 ? "once" : "%,d ns".formatted(it.intervalNanos()));
    }

    private void watches(OpenFile.Inotify it) {
        it.watches()
                .forEach(
                        watch ->
                                group.code(
                                        "Watch " + watch.descriptor(),
                                        "%s, mask 0x%x, device 0x%x"
                                                .formatted(
                                                        watch.path()
                                                                .orElse("inode " + watch.inode()),
                                                        watch.mask(),
                                                        watch.device())));
    }

    private void marks(OpenFile.Fanotify it) {
        it.marks()
                .forEach(
                        mark ->
                                group.code(
                                        mark.mount().isPresent()
                                                ? "Mount " + mark.mount().getAsInt()
                                                : "Inode " + mark.inode(),
                                        "%s, mask 0x%x, ignored 0x%x"
                                                .formatted(
                                                        mark.path().orElse("no path"),
                                                        mark.mask(),
                                                        mark.ignored())));
    }

    private void memory(OpenFile.MemFd it) {
        group.optional("Name", it.name()).plain("Position", Long.toUnsignedString(it.position()));
        it.size().ifPresent(size -> group.size("Size", size));
        it.shmid().ifPresent(shmid -> group.code("Shmid", CellText.address(shmid)));
        it.seals()
                .ifPresent(
                        seals ->
                                group.code(
                                        "Seals",
                                        seals == 0
                                                ? "none"
                                                : String.join(", ", SealNames.of(seals))));
        group.plain("Inode id", it.inodeId());
        it.inode()
                .ifPresent(
                        inode -> {
                            group.plain("Owner", "%d:%d".formatted(inode.uid(), inode.gid()));
                            inode.mode()
                                    .ifPresent(mode -> group.code("Mode", "%07o".formatted(mode)));
                            inode.hugePages()
                                    .ifPresent(
                                            flags ->
                                                    group.code(
                                                            "Huge pages",
                                                            "MFD_* 0x%x".formatted(flags)));
                        });
    }

    private void map(OpenFile.BpfMap it) {
        group.plain("Name", it.name())
                .plain("Map type", it.mapType())
                .plain("Map id", it.mapId())
                .plain("Key size", it.keySize())
                .plain("Value size", it.valueSize())
                .plain("Most entries", it.maxEntries())
                .plain(
                        "Entries kept",
                        it.count().isPresent() ? Long.toString(it.count().getAsLong()) : "none")
                .plain("Frozen", it.frozen() ? "yes" : "no");
    }
}
