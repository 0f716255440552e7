package org.icecore.checkpoint.content;

import java.util.List;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.ipc.IpcObject;
import org.icecore.checkpoint.join.SegmentFile;
import org.icecore.checkpoint.memory.AddressSpace;
import org.icecore.evidence.Archive;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Compression;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;
import org.icecore.evidence.TarIndex;

/// Finds the content of files in a checkpoint. What it returns is valid as long as the checkpoint is open.
public final class StoredFiles {

    private static final int USUAL_PAGE = 4096;

    private StoredFiles() {}

    /// The file that an artefact is: a path of the root file system, an open file, the image of a ghost file, a file in a tmpfs,
    /// or the pagemap of a System V segment.
    ///
    /// @param progress of the search in an exported file system, and of unpacking a tmpfs
    public static Observed<StoredFile> of(
            Checkpoint checkpoint, ArtefactRef ref, Progress progress) {
        return switch (ref) {
            case ArtefactRef.OfRootfsEntry(_, var path) -> rootfs(checkpoint, path, progress);
            case ArtefactRef.OfOpenFile(_, var id) -> open(checkpoint, id);
            case ArtefactRef.OfMember(_, var member) ->
                    checkpoint.ghostFiles().stream()
                            .filter(ghost -> ghost.at().member().equals(member))
                            .findFirst()
                            .map(ghost -> ghost(checkpoint, ghost, "ghost file " + ghost.id()))
                            .or(
                                    () ->
                                            TmpfsFiles.tmpfs(checkpoint, member)
                                                    .map(
                                                            tmpfs ->
                                                                    TmpfsFiles.open(
                                                                            checkpoint,
                                                                            tmpfs,
                                                                            member,
                                                                            progress)))
                            .orElseGet(() -> segment(checkpoint, member));
            case ArtefactRef.OfCheckpoint _,
                    ArtefactRef.OfTask _,
                    ArtefactRef.OfThread _,
                    ArtefactRef.OfVma _,
                    ArtefactRef.OfMemory _,
                    ArtefactRef.OfDescriptor _,
                    ArtefactRef.OfMount _,
                    ArtefactRef.OfImageEntry _ ->
                    Observed.notCaptured("%s is not a file".formatted(ref.text()));
        };
    }

    private static Observed<StoredFile> segment(Checkpoint checkpoint, String member) {
        return checkpoint.kernel().ipcObjects().items().stream()
                .filter(IpcObject.SharedMemory.class::isInstance)
                .map(IpcObject.SharedMemory.class::cast)
                .filter(memory -> memory.pagemap().filter(member::equals).isPresent())
                .findFirst()
                .map(
                        memory ->
                                SegmentFile.open(
                                        checkpoint,
                                        memory.owner().id(),
                                        "segment " + memory.owner().id(),
                                        memory.size(),
                                        pageSize(checkpoint)))
                .orElseGet(
                        () ->
                                Observed.notCaptured(
                                        member + " is neither a ghost file nor a segment"));
    }

    private static Observed<StoredFile> open(Checkpoint checkpoint, FileId id) {
        return checkpoint.files().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .map(file -> open(checkpoint, file))
                .orElseGet(() -> Observed.notCaptured("no open file has the id " + id));
    }

    private static Observed<StoredFile> open(Checkpoint checkpoint, OpenFile file) {
        return switch (file) {
            case OpenFile.MemFd memfd -> memfd(checkpoint, memfd);
            case OpenFile.RegularFile regular ->
                    checkpoint
                            .ghost(regular)
                            .map(ghost -> ghost(checkpoint, ghost, regular.path()))
                            .orElseGet(
                                    () ->
                                            Observed.notCaptured(
                                                    "the checkpoint holds no content of "
                                                            + regular.path()));
            default ->
                    Observed.notCaptured(
                            "%s is of the kind %s, which has no content of its own"
                                    .formatted(file.target(), file.kind()));
        };
    }

    private static Observed<StoredFile> ghost(Checkpoint checkpoint, GhostFile ghost, String name) {
        if (ghost.linkTarget().isPresent()) {
            return Observed.notCaptured(
                    "%s is a symbolic link to %s and has no content"
                            .formatted(name, ghost.linkTarget().get()));
        }
        if (!ghost.isRegular()) {
            return Observed.notCaptured(
                    "%s is a %s and has no content".formatted(name, ghost.type()));
        }
        var member = checkpoint.archive().find(ghost.at().member());
        if (member.isEmpty()) {
            return Observed.notCaptured(
                    checkpoint
                            .archive()
                            .loss()
                            .explain(ghost.at().member() + " is not in the checkpoint"));
        }
        try {
            var content = new GhostContent(checkpoint.archive().open(member.get()), ghost);
            return Observed.present(new StoredFile(name, content, content.parts()), ghost.at());
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }

    private static Observed<StoredFile> memfd(Checkpoint checkpoint, OpenFile.MemFd memfd) {
        var name = memfd.name().map(given -> "/memfd:" + given).orElse("memfd " + memfd.id());
        if (memfd.shmid().isEmpty() || memfd.size().isEmpty()) {
            return Observed.notCaptured(
                    "memfd.img says neither the size of %s nor where it is kept".formatted(name));
        }
        return SegmentFile.open(
                checkpoint,
                memfd.shmid().getAsLong(),
                name,
                memfd.size().getAsLong(),
                pageSize(checkpoint));
    }

    /// As the tasks tell it: no image does.
    private static int pageSize(Checkpoint checkpoint) {
        return checkpoint.tasks().all().stream()
                .flatMap(task -> task.memory().found().stream())
                .mapToInt(AddressSpace::pageSize)
                .findFirst()
                .orElse(USUAL_PAGE);
    }

    private static Observed<StoredFile> rootfs(
            Checkpoint checkpoint, String path, Progress progress) {
        return switch (checkpoint.rootfsChanges()) {
            case Observed.NotCaptured<List<RootfsChange>>(var reason) ->
                    Observed.notCaptured(reason);
            case Observed.Malformed<List<RootfsChange>>(var at, var defect) ->
                    new Observed.Malformed<>(at, defect);
            case Observed.Present<List<RootfsChange>>(var changes, var at) ->
                    changes.stream()
                            .filter(change -> change.path().equals(path))
                            .flatMap(change -> change.entry().stream())
                            .reduce((_, last) -> last)
                            .map(entry -> exported(checkpoint, entry, path, at, progress))
                            .orElseGet(
                                    () ->
                                            Observed.notCaptured(
                                                    "the export holds no content of " + path));
        };
    }

    private static Observed<StoredFile> exported(
            Checkpoint checkpoint, Member entry, String path, Location at, Progress progress) {
        if (entry.type() != Member.Type.FILE) {
            return Observed.notCaptured(path + " is not a file and has no content");
        }
        var export = checkpoint.archive().find(at.member());
        if (export.isEmpty()) {
            return Observed.notCaptured(at.member() + " is not in the archive");
        }
        try {
            var bytes = exported(checkpoint.archive(), export.get(), entry, progress);
            return Observed.present(
                    StoredFile.of(path, bytes, entry.size()),
                    bytes.locate(new ByteRange(0, bytes.size())));
        } catch (EvidenceException e) {
            return Observed.malformed(e);
        }
    }

    /// What was compressed is open as a part of the archive, and its entries are members of the whole.
    private static ByteSource exported(
            Archive archive, Member export, Member entry, Progress progress)
            throws EvidenceException {
        var source = archive.beginning(export);
        return Compression.of(source) == Compression.NONE
                ? TarIndex.of(source, progress).beginning(entry)
                : archive.beginning(entry);
    }
}
