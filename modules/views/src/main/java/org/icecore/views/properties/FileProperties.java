package org.icecore.views.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.icecore.analysis.content.DescriptorTable;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SealNames;
import org.icecore.checkpoint.task.Task;

/// Descriptors and open files.
final class FileProperties {
    private FileProperties() {}

    static PropertySheet of(Checkpoint checkpoint, Task task, FileDescriptor descriptor) {
        var groups = new ArrayList<PropertySheet.Group>();
        groups.add(
                GroupBuilder.open("Descriptor")
                        .plain("Fd", descriptor.fd())
                        .plain("Task", "%s %s".formatted(task.pid(), task.comm()))
                        .plain("Close on exec", descriptor.closeOnExec() ? "yes" : "no")
                        .optional("Signals", new DescriptorTable.Row(task, descriptor).signals())
                        .plain("File id", descriptor.id())
                        .location(descriptor.at())
                        .build());
        descriptor.file().found().ifPresent(file -> groups.addAll(groups(checkpoint, file)));
        descriptor
                .file()
                .absence()
                .ifPresent(
                        why ->
                                groups.add(
                                        GroupBuilder.open("Open file")
                                                .absent("Open file", why)
                                                .build()));
        return new PropertySheet(
                "fd %s%s"
                        .formatted(
                                descriptor.fd(),
                                descriptor
                                        .file()
                                        .found()
                                        .map(file -> " " + file.target())
                                        .orElse("")),
                groups);
    }

    static PropertySheet of(Checkpoint checkpoint, OpenFile file) {
        return new PropertySheet(
                "%s %s".formatted(file.kind(), file.target()), groups(checkpoint, file));
    }

    private static List<PropertySheet.Group> groups(Checkpoint checkpoint, OpenFile file) {
        var groups = new ArrayList<PropertySheet.Group>();
        var facts =
                GroupBuilder.open("Open file")
                        .plain("Kind", file.kind())
                        .code("Target", file.target())
                        .code("Link", file.link());
        file.flags().ifPresent(flags -> facts.plain("Flags", String.join("\n", flags.names())));
        details(facts, file);
        groups.add(facts.plain("File id", file.id()).location(file.at()).build());
        groups.addAll(EndProperties.of(checkpoint, file));
        ghost(checkpoint, file).ifPresent(groups::add);
        groups.add(holders(checkpoint, file.id()));
        return groups;
    }

    private static void details(GroupBuilder group, OpenFile file) {
        switch (file) {
            case OpenFile.RegularFile it -> {
                group.plain("Position", Long.toUnsignedString(it.position()));
                it.size().ifPresent(size -> group.size("Size", size));
                it.mode().ifPresent(mode -> group.code("Mode", "%07o".formatted(mode)));
                it.mountId().ifPresent(mount -> group.plain("Mount id", mount));
                it.buildId().ifPresent(build -> group.code("Build id", build));
                it.remap()
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
                        "Deleted", it.deleted() ? "yes: the path leads nowhere any more" : "no");
            }
            case OpenFile.Pipe it -> group.plain("Pipe id", it.pipeId());
            case OpenFile.Fifo it ->
                    group.plain("Pipe id", it.pipeId()).optional("Path", it.path());
            case OpenFile.InetSocket it -> {
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
            case OpenFile.UnixSocket it ->
                    group.plain("Type", it.type())
                            .plain("State", it.state())
                            .code("Name", it.name().isEmpty() ? "none" : it.name())
                            .plain("Inode", it.inode())
                            .plain(
                                    "Peer",
                                    it.peer() == 0
                                            ? "not connected"
                                            : "socket:[%d]".formatted(it.peer()))
                            .plain("Backlog", it.backlog())
                            .plain("Deleted", it.deleted() ? "yes" : "no");
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
            case OpenFile.TimerFd it ->
                    group.plain("Clock", it.clock())
                            .plain("Ticks not read", it.ticks())
                            .plain(
                                    "Next",
                                    it.nextNanos() == 0
                                            ? "disarmed"
                                            : "%,d ns".formatted(it.nextNanos()))
                            .plain(
                                    "Interval",
                                    it.intervalNanos() == 0
                                            ? "once"
                                            : "%,d ns".formatted(it.intervalNanos()));
            case OpenFile.Inotify it ->
                    it.watches()
                            .forEach(
                                    watch ->
                                            group.code(
                                                    "Watch " + watch.descriptor(),
                                                    "%s, mask 0x%x, device 0x%x"
                                                            .formatted(
                                                                    watch.path()
                                                                            .orElse(
                                                                                    "inode "
                                                                                            + watch
                                                                                                    .inode()),
                                                                    watch.mask(),
                                                                    watch.device())));
            case OpenFile.Fanotify it ->
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
            case OpenFile.Tty it -> {
                group.optional("Type", it.type()).optional("Path", it.path());
                it.index().ifPresent(index -> group.plain("Index", index));
            }
            case OpenFile.NamespaceFile it ->
                    group.plain("Namespace id", it.namespaceId())
                            .code("Clone flag", "0x%x".formatted(it.cloneFlag()));
            case OpenFile.Tun it -> group.optional("Device", it.device());
            case OpenFile.MemFd it -> {
                group.optional("Name", it.name())
                        .plain("Position", Long.toUnsignedString(it.position()));
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
                                    group.plain(
                                            "Owner", "%d:%d".formatted(inode.uid(), inode.gid()));
                                    inode.mode()
                                            .ifPresent(
                                                    mode ->
                                                            group.code(
                                                                    "Mode",
                                                                    "%07o".formatted(mode)));
                                    inode.hugePages()
                                            .ifPresent(
                                                    flags ->
                                                            group.code(
                                                                    "Huge pages",
                                                                    "MFD_* 0x%x".formatted(flags)));
                                });
            }
            case OpenFile.BpfMap it ->
                    group.plain("Name", it.name())
                            .plain("Map type", it.mapType())
                            .plain("Map id", it.mapId())
                            .plain("Key size", it.keySize())
                            .plain("Value size", it.valueSize())
                            .plain("Most entries", it.maxEntries())
                            .plain(
                                    "Entries kept",
                                    it.count().isPresent()
                                            ? Long.toString(it.count().getAsLong())
                                            : "none")
                            .plain("Frozen", it.frozen() ? "yes" : "no");
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

    private static Optional<PropertySheet.Group> ghost(Checkpoint checkpoint, OpenFile file) {
        return checkpoint
                .ghost(file)
                .map(
                        ghost ->
                                GroupBuilder.open("Content kept by the checkpoint")
                                        .size("Size", ghost.size())
                                        .code("Mode", "%06o".formatted(ghost.mode()))
                                        .plain("Owner", "%d:%d".formatted(ghost.uid(), ghost.gid()))
                                        .optional(
                                                "Modified", ghost.modified().map(CellText::moment))
                                        .optional(
                                                "Accessed", ghost.accessed().map(CellText::moment))
                                        .optional("Link target", ghost.linkTarget())
                                        .plain("Runs of content", ghost.chunks().size())
                                        .location(ghost.at())
                                        .build());
    }

    private static PropertySheet.Group holders(Checkpoint checkpoint, FileId id) {
        var group = GroupBuilder.open("Held by");
        checkpoint
                .tasks()
                .all()
                .forEach(
                        task -> {
                            task.descriptors().found().orElse(List.of()).stream()
                                    .filter(descriptor -> descriptor.id().equals(id))
                                    .forEach(
                                            descriptor ->
                                                    group.plain(
                                                            "%s %s"
                                                                    .formatted(
                                                                            task.pid(),
                                                                            task.comm()),
                                                            "fd " + descriptor.fd()));
                            task.memory()
                                    .found()
                                    .ifPresent(
                                            space ->
                                                    space.vmas().stream()
                                                            .filter(
                                                                    vma ->
                                                                            vma.file()
                                                                                    .filter(
                                                                                            file ->
                                                                                                    file.id()
                                                                                                            .equals(
                                                                                                                    id))
                                                                                    .isPresent())
                                                            .forEach(
                                                                    vma ->
                                                                            group.code(
                                                                                    "%s %s"
                                                                                            .formatted(
                                                                                                    task
                                                                                                            .pid(),
                                                                                                    task
                                                                                                            .comm()),
                                                                                    "%s %s"
                                                                                            .formatted(
                                                                                                    vma
                                                                                                            .range(),
                                                                                                    vma
                                                                                                            .protection()))));
                        });
        return group.build();
    }
}
