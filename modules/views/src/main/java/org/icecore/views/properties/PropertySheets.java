package org.icecore.views.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.content.MountFlags;
import org.icecore.analysis.content.MountTable;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.table.Coverage;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.task.Pid;
import org.icecore.views.bench.BenchItem;

/// The sheet of any artefact.
public final class PropertySheets {
    private PropertySheets() {}

    /// The sheet of an artefact of an open checkpoint; empty if the checkpoint does not hold it.
    public static Optional<PropertySheet> of(
            BenchItem item, Checkpoint checkpoint, ArtefactRef ref) {
        return switch (ref) {
            case ArtefactRef.OfCheckpoint _ ->
                    Optional.of(CheckpointProperties.of(item, checkpoint));
            case ArtefactRef.OfTask(_, var pid) ->
                    checkpoint.tasks().find(pid).map(task -> TaskProperties.of(checkpoint, task));
            case ArtefactRef.OfThread(_, var pid, var tid) ->
                    checkpoint
                            .tasks()
                            .find(pid)
                            .flatMap(
                                    task ->
                                            task.threads().stream()
                                                    .filter(thread -> thread.tid().equals(tid))
                                                    .findFirst()
                                                    .map(
                                                            thread ->
                                                                    ThreadProperties.of(
                                                                            task, thread)));
            case ArtefactRef.OfVma(_, var pid, var start) -> memory(checkpoint, pid, start.value());
            case ArtefactRef.OfMemory(_, var pid, var range) ->
                    checkpoint
                            .tasks()
                            .find(pid)
                            .flatMap(
                                    task ->
                                            task.memory()
                                                    .found()
                                                    .map(
                                                            space ->
                                                                    MemoryProperties.of(
                                                                            task, space, range)));
            case ArtefactRef.OfDescriptor(_, var pid, var fd) ->
                    checkpoint
                            .tasks()
                            .find(pid)
                            .flatMap(
                                    task ->
                                            task.descriptors().found().orElse(List.of()).stream()
                                                    .filter(
                                                            descriptor ->
                                                                    descriptor.fd().equals(fd))
                                                    .findFirst()
                                                    .map(
                                                            descriptor ->
                                                                    FileProperties.of(
                                                                            checkpoint,
                                                                            task,
                                                                            descriptor)));
            case ArtefactRef.OfOpenFile(_, var id) ->
                    checkpoint.files().stream()
                            .filter(file -> file.id().equals(id))
                            .findFirst()
                            .map(file -> FileProperties.of(checkpoint, file));
            case ArtefactRef.OfMount mount -> mount(checkpoint, mount);
            case ArtefactRef.OfRootfsEntry(_, var path) -> rootfs(checkpoint, path);
            case ArtefactRef.OfMember(_, var name) ->
                    checkpoint
                            .member(name)
                            .map(
                                    member ->
                                            MemberProperties.of(
                                                    checkpoint, member, item.unknown().get()))
                            .or(
                                    () ->
                                            TmpfsFiles.known(checkpoint, name)
                                                    .map(
                                                            file ->
                                                                    MemberProperties.of(
                                                                            checkpoint, file)));
            case ArtefactRef.OfImageEntry(_, var name, var index) ->
                    checkpoint
                            .member(name)
                            .map(
                                    member ->
                                            MemberProperties.of(
                                                    checkpoint,
                                                    member,
                                                    item.unknown().get(),
                                                    index));
        };
    }

    /// What an artefact is called in a line: `task 72, fd 0`.
    public static String words(ArtefactRef ref) {
        return switch (ref) {
            case ArtefactRef.OfCheckpoint(var id) -> in(id, "checkpoint");
            case ArtefactRef.OfTask(var id, var pid) -> in(id, "task " + pid);
            case ArtefactRef.OfThread(var id, var pid, var tid) ->
                    in(id, "task %s, thread %s".formatted(pid, tid));
            case ArtefactRef.OfVma(var id, var pid, var start) ->
                    in(id, "task %s, mapping %s".formatted(pid, start));
            case ArtefactRef.OfMemory(var id, var pid, var range) ->
                    in(id, "task %s, memory %s".formatted(pid, range));
            case ArtefactRef.OfDescriptor(var id, var pid, var fd) ->
                    in(id, "task %s, fd %s".formatted(pid, fd));
            case ArtefactRef.OfOpenFile(var id, var file) -> in(id, "open file " + file);
            case ArtefactRef.OfMount(var id, var namespace, var mount) ->
                    in(id, "mount %d of namespace %d".formatted(mount, namespace));
            case ArtefactRef.OfRootfsEntry(var id, var path) -> in(id, path);
            case ArtefactRef.OfMember(var id, var name) -> in(id, name);
            case ArtefactRef.OfImageEntry(var id, var name, var index) ->
                    in(id, "%s, entry %d".formatted(name, index));
        };
    }

    private static String in(CheckpointId id, String what) {
        return "%s: %s".formatted(id, what);
    }

    private static Optional<PropertySheet> memory(Checkpoint checkpoint, Pid pid, long start) {
        return checkpoint
                .tasks()
                .find(pid)
                .flatMap(
                        task ->
                                task.memory()
                                        .found()
                                        .flatMap(
                                                space ->
                                                        space.vma(start)
                                                                .map(
                                                                        vma ->
                                                                                MemoryProperties.of(
                                                                                        checkpoint,
                                                                                        task,
                                                                                        space,
                                                                                        vma))));
    }

    private static Optional<PropertySheet> mount(
            Checkpoint checkpoint, ArtefactRef.OfMount wanted) {
        var table = MountTable.of(checkpoint);
        return table.rows().stream()
                .filter(mount -> table.ref(mount).equals(wanted))
                .findFirst()
                .map(
                        mount ->
                                new PropertySheet(
                                        mount.mountPoint(),
                                        List.of(
                                                GroupBuilder.open("Mount")
                                                        .code("Mount point", mount.mountPoint())
                                                        .observed(
                                                                "Type",
                                                                mount.type(),
                                                                Function.identity())
                                                        .code("Source", mount.source())
                                                        .code("Root", mount.root())
                                                        .plain(
                                                                "Flags",
                                                                String.join(
                                                                        "\n",
                                                                        MountFlags.names(
                                                                                mount.flags())))
                                                        .plain("Propagation", mount.propagation())
                                                        .code("Options", mount.options())
                                                        .optional(
                                                                "External key", mount.externalKey())
                                                        .plain("Id", mount.id())
                                                        .plain("Parent", mount.parent())
                                                        .plain("Namespace", mount.namespace())
                                                        .code(
                                                                "Device",
                                                                "0x%x".formatted(mount.device()))
                                                        .location(mount.at())
                                                        .build())));
    }

    private static Optional<PropertySheet> rootfs(Checkpoint checkpoint, String path) {
        var table = RootfsTable.of(checkpoint);
        return table.rows().stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .map(
                        change ->
                                new PropertySheet(
                                        path,
                                        List.of(
                                                GroupBuilder.open("Path in the root file system")
                                                        .row(table, change)
                                                        .build(),
                                                GroupBuilder.open("Limits")
                                                        .plain(
                                                                "Of the export",
                                                                String.join(
                                                                        "\n",
                                                                        hidden(table.coverage())))
                                                        .build())));
    }

    /// What this export leaves out, and what every export does.
    private static List<String> hidden(Coverage coverage) {
        return Stream.concat(coverage.gaps().stream(), coverage.limits().stream()).toList();
    }
}
