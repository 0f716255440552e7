package org.icecore.analysis.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.content.NamespaceSettingsTable;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.cgroup.Cgroup;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.lock.FileLock;

/// Compares locks, queues, System V objects, control groups, terminals and what is set in namespaces.
///
/// A queue is the same if its number is, as with sockets; a System V object if kind, key and id are; a control group by its
/// hierarchy and path.
final class KernelDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    KernelDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare() {
        locks();
        compare(
                ChangeKind.QUEUE,
                QueueContent.of(first).stream().map(KernelDifferences::thing).toList(),
                QueueContent.of(second).stream().map(KernelDifferences::thing).toList());
        compare(ChangeKind.IPC, objects(first), objects(second));
        compare(ChangeKind.CGROUP, seats(first), seats(second));
        compare(ChangeKind.CGROUP, settings(first), settings(second));
        compare(ChangeKind.NAMESPACE, namespaces(first), namespaces(second));
        new TerminalDifferences(first, second, ledger).compare();
    }

    private void compare(ChangeKind kind, List<Thing> before, List<Thing> after) {
        Thing.compare(kind, first, before, second, after, ledger);
    }

    private static Thing thing(QueueContent queue) {
        return new Thing(
                queue.name(), queue.name(), "content", queue.text(), queue.digest(), queue.at());
    }

    /// A lock whose file is lost on one side is compared without it.
    private void locks() {
        var lost = lost(first, second);
        lost.retainAll(keys(first));
        lost.retainAll(keys(second));
        compare(ChangeKind.LOCK, locks(first, lost), locks(second, lost));
        if (lost.isEmpty()) {
            return;
        }
        Keyed.of(
                        first.kernel().locks().items(),
                        second.kernel().locks().items(),
                        KernelDifferences::key)
                .each(this::files, _ -> {}, _ -> {});
    }

    private static Set<String> lost(Checkpoint... checkpoints) {
        return Stream.of(checkpoints)
                .flatMap(checkpoint -> checkpoint.kernel().locks().items().stream())
                .filter(lock -> lock.file().found().isEmpty())
                .map(KernelDifferences::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> keys(Checkpoint checkpoint) {
        return checkpoint.kernel().locks().items().stream()
                .map(KernelDifferences::key)
                .collect(Collectors.toSet());
    }

    private void files(FileLock before, FileLock after) {
        if (before.file().found().isEmpty() || after.file().found().isEmpty()) {
            ledger.compare(
                    new Topic(
                            ChangeKind.LOCK,
                            Optional.empty(),
                            subject(after),
                            new ArtefactRef.OfMember(first.id(), before.at().member()),
                            new ArtefactRef.OfMember(second.id(), after.at().member()),
                            Optional.of(before.at()),
                            Optional.of(after.at())),
                    "file",
                    before.file(),
                    after.file(),
                    OpenFile::link);
        }
    }

    private static String key(FileLock lock) {
        return "%s %s %s".formatted(lock.owner(), lock.fd(), lock.kind());
    }

    private static String subject(FileLock lock) {
        return "%s lock of pid %s, fd %s".formatted(lock.kindName(), lock.owner(), lock.fd());
    }

    private static List<Thing> locks(Checkpoint checkpoint, Set<String> withoutFile) {
        return checkpoint.kernel().locks().items().stream()
                .map(
                        lock ->
                                Thing.of(
                                        key(lock),
                                        subject(lock),
                                        "lock",
                                        withoutFile.contains(key(lock)) ? bytes(lock) : text(lock),
                                        lock.at()))
                .toList();
    }

    private static String text(FileLock lock) {
        return "%s of %s"
                .formatted(
                        bytes(lock),
                        lock.file().found().map(OpenFile::link).orElse("an unknown file"));
    }

    private static String bytes(FileLock lock) {
        return lock.typeName() + " " + lock.bytes();
    }

    private static List<Thing> objects(Checkpoint checkpoint) {
        return checkpoint.kernel().ipcObjects().items().stream()
                .map(
                        object ->
                                Thing.of(
                                        "%s %x %d"
                                                .formatted(
                                                        object.getClass().getSimpleName(),
                                                        object.owner().key(),
                                                        object.owner().id()),
                                        "%s 0x%08x".formatted(name(object), object.owner().key()),
                                        "state",
                                        text(object),
                                        object.at()))
                .toList();
    }

    private static String name(IpcObject object) {
        return switch (object) {
            case IpcObject.SharedMemory _ -> "shared memory";
            case IpcObject.Semaphores _ -> "semaphores";
            case IpcObject.MessageQueue _ -> "message queue";
        };
    }

    private static String text(IpcObject object) {
        var owner = object.owner();
        var content =
                switch (object) {
                    case IpcObject.SharedMemory memory -> Counted.of(memory.size(), "byte");
                    case IpcObject.Semaphores set ->
                            "values "
                                    + set.values().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "));
                    case IpcObject.MessageQueue queue ->
                            "%s, room for %s"
                                    .formatted(
                                            Counted.of(queue.announced(), "message"),
                                            Counted.of(queue.capacity(), "byte"));
                };
        return "%s, uid %d, gid %d, %s"
                .formatted(content, owner.uid(), owner.gid(), owner.permissions());
    }

    /// Numbers of sets are CRIU's own.
    private static List<Thing> seats(Checkpoint checkpoint) {
        return checkpoint.kernel().cgroupSets().items().stream()
                .flatMap(
                        set ->
                                set.members().stream()
                                        .map(
                                                member ->
                                                        Thing.of(
                                                                member.controllers(),
                                                                "group of "
                                                                        + hierarchy(
                                                                                member
                                                                                        .controllers()),
                                                                "path",
                                                                member.path(),
                                                                set.at())))
                .toList();
    }

    private static List<Thing> settings(Checkpoint checkpoint) {
        return checkpoint.kernel().cgroups().items().stream()
                .flatMap(group -> settings(group).stream())
                .toList();
    }

    /// Ids of namespaces are CRIU's own. What is set in networks is compared with them.
    private static List<Thing> namespaces(Checkpoint checkpoint) {
        return NamespaceSettingsTable.of(checkpoint).rows().stream()
                .filter(row -> !row.kind().equals("net"))
                .map(
                        row ->
                                Thing.of(
                                        List.of(row.kind(), row.name()),
                                        "%s of %s namespace".formatted(row.name(), row.kind()),
                                        "value",
                                        row.value(),
                                        row.settings().at()))
                .toList();
    }

    private static List<Thing> settings(Cgroup group) {
        return group.settings().stream()
                .map(
                        setting ->
                                Thing.of(
                                        "%s %s %s"
                                                .formatted(
                                                        group.controllers(),
                                                        group.path(),
                                                        setting.name()),
                                        "%s of %s".formatted(setting.name(), group.path()),
                                        "value",
                                        setting.value(),
                                        group.at()))
                .toList();
    }

    private static String hierarchy(String controllers) {
        return controllers.isEmpty() ? "v2" : controllers;
    }
}
