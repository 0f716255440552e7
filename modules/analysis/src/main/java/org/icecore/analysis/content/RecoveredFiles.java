package org.icecore.analysis.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.icecore.analysis.content.RecoveredFileTable.Inode;
import org.icecore.analysis.content.RecoveredFileTable.Kind;
import org.icecore.analysis.content.RecoveredFileTable.Row;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.checkpoint.memory.VmaKind;
import org.icecore.evidence.Member;

/// Gathers the rows of [RecoveredFileTable]: each file once, however often it was opened.
record RecoveredFiles(Checkpoint checkpoint, FileHolders holders, Map<Object, Row> rows) {

    private record GhostId(long id) {}

    private record MemFdInode(long id) {}

    static List<Row> of(Checkpoint checkpoint, ResultTable<TmpfsFile> tmpfs) {
        var holders = FileHolders.of(checkpoint, held(checkpoint, tmpfs));
        var found = new RecoveredFiles(checkpoint, holders, new LinkedHashMap<>());
        found.ghosts();
        found.memory();
        found.segments();
        found.tmpfs(tmpfs);
        return List.copyOf(found.rows().values());
    }

    /// The open files whose content the checkpoint keeps.
    private static Set<FileId> held(Checkpoint checkpoint, ResultTable<TmpfsFile> tmpfs) {
        var paths = tmpfs.rows().stream().map(TmpfsFile::path).collect(Collectors.toSet());
        return checkpoint.files().stream()
                .filter(
                        file ->
                                file instanceof OpenFile.MemFd
                                        || file instanceof OpenFile.RegularFile regular
                                                && (paths.contains(regular.path())
                                                        || checkpoint.ghost(regular).isPresent()))
                .map(OpenFile::id)
                .collect(Collectors.toSet());
    }

    private void ghosts() {
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.RegularFile regular) {
                checkpoint
                        .ghost(regular)
                        .ifPresent(
                                ghost ->
                                        rows.merge(
                                                new GhostId(ghost.id()),
                                                ghost(
                                                        ghost,
                                                        regular.path(),
                                                        holders.of(regular.id()),
                                                        ref(regular.id())),
                                                Row::and));
            }
        }
        for (var ghost : checkpoint.ghostFiles()) {
            rows.putIfAbsent(
                    new GhostId(ghost.id()),
                    ghost(
                            ghost,
                            "ghost file " + ghost.id(),
                            List.of(),
                            new ArtefactRef.OfMember(checkpoint.id(), ghost.at().member())));
        }
    }

    private static Row ghost(GhostFile ghost, String name, List<String> holders, ArtefactRef ref) {
        return new Row(
                        Kind.GHOST_FILE,
                        name,
                        OptionalLong.of(ghost.size()),
                        Optional.of(
                                new Inode(
                                        OptionalInt.of(ghost.mode()),
                                        ghost.uid(),
                                        ghost.gid(),
                                        ghost.modified(),
                                        ghost.accessed())),
                        holders,
                        ref,
                        ghost.at())
                .as(ghost.type());
    }

    private void memory() {
        for (var file : checkpoint.files()) {
            if (file instanceof OpenFile.MemFd memfd) {
                rows.merge(new MemFdInode(memfd.inodeId()), memfd(memfd), Row::and);
            }
        }
    }

    private Row memfd(OpenFile.MemFd memfd) {
        return new Row(
                memfd.sharedAnonymous() ? Kind.SHARED_MEMORY : Kind.MEMFD,
                memfd.target(),
                memfd.size(),
                memfd.inode()
                        .map(
                                inode ->
                                        new Inode(
                                                inode.mode(),
                                                inode.uid(),
                                                inode.gid(),
                                                Optional.empty(),
                                                Optional.empty())),
                holders.of(memfd.id()),
                ref(memfd.id()),
                memfd.inode().map(OpenFile.MemFdInode::at).orElse(memfd.at()));
    }

    /// The kernel keeps a segment as a file of its own; who has it mapped holds it.
    private void segments() {
        var segments =
                checkpoint.kernel().ipcObjects().items().stream()
                        .filter(IpcObject.SharedMemory.class::isInstance)
                        .map(IpcObject.SharedMemory.class::cast)
                        .filter(memory -> memory.pagemap().isPresent())
                        .toList();
        var mappers = segments.isEmpty() ? Map.<Long, List<String>>of() : mappers();
        for (var memory : segments) {
            var held = mappers.getOrDefault(memory.owner().id(), List.of());
            rows.put(memory, segment(memory, memory.pagemap().orElseThrow(), held));
        }
    }

    private Row segment(IpcObject.SharedMemory memory, String pagemap, List<String> mappers) {
        var owner = memory.owner();
        return new Row(
                Kind.SEGMENT,
                "segment %d, key 0x%08x".formatted(owner.id(), owner.key()),
                OptionalLong.of(memory.size()),
                Optional.of(
                        new Inode(
                                OptionalInt.of(owner.mode()),
                                owner.uid(),
                                owner.gid(),
                                Optional.empty(),
                                Optional.empty())),
                mappers,
                new ArtefactRef.OfMember(checkpoint.id(), pagemap),
                memory.at());
    }

    /// By the number of the segment.
    private Map<Long, List<String>> mappers() {
        var mappers = new HashMap<Long, List<String>>();
        for (var task : checkpoint.tasks().all()) {
            for (var vma : task.memory().found().map(AddressSpace::vmas).orElse(List.of())) {
                if (vma.kind() == VmaKind.SYSV_SHM) {
                    mappers.computeIfAbsent(vma.shmid(), _ -> new ArrayList<>())
                            .add("%s mapping %s".formatted(task.pid(), vma.start()));
                }
            }
        }
        return mappers;
    }

    /// Who holds a file of a tmpfs is known by the path alone.
    private void tmpfs(ResultTable<TmpfsFile> files) {
        var byPath = new HashMap<String, LinkedHashSet<String>>();
        if (!files.rows().isEmpty()) {
            for (var file : checkpoint.files()) {
                if (file instanceof OpenFile.RegularFile regular
                        && checkpoint.ghost(regular).isEmpty()) {
                    byPath.computeIfAbsent(regular.path(), _ -> new LinkedHashSet<>())
                            .addAll(holders.of(regular.id()));
                }
            }
        }
        for (var file : files.rows()) {
            if (file.entry().type() == Member.Type.FILE) {
                var held = List.copyOf(byPath.getOrDefault(file.path(), new LinkedHashSet<>()));
                rows.put(file, tmpfs(file, held));
            }
        }
    }

    private Row tmpfs(TmpfsFile file, List<String> held) {
        var entry = file.entry();
        return new Row(
                Kind.TMPFS_FILE,
                file.path(),
                OptionalLong.of(entry.size()),
                Optional.of(
                        new Inode(
                                OptionalInt.of(entry.mode()),
                                entry.uid(),
                                entry.gid(),
                                Optional.of(entry.modified()),
                                Optional.empty())),
                held,
                new ArtefactRef.OfMember(checkpoint.id(), file.member()),
                file.at());
    }

    private ArtefactRef ref(FileId file) {
        return new ArtefactRef.OfOpenFile(checkpoint.id(), file);
    }
}
