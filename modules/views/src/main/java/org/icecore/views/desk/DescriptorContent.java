package org.icecore.views.desk;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.content.Tmpfs;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.evidence.EvidenceException;
import org.icecore.evidence.Member;
import org.icecore.evidence.Progress;

/// Where a checkpoint keeps the content of the file behind a descriptor: with the ghost files, with the memory, in the exported
/// root file system, or in a tmpfs or volume that was exported with it.
///
/// A path alone is not enough: what is mounted over a folder hides what the root file system has there.
final class DescriptorContent {
    private static final int FILE_TYPE = 0170000;
    private static final int REGULAR = 0100000;

    private final Checkpoint checkpoint;
    private final ArtefactRef.OfDescriptor descriptor;

    DescriptorContent(Checkpoint checkpoint, ArtefactRef.OfDescriptor descriptor) {
        this.checkpoint = checkpoint;
        this.descriptor = descriptor;
    }

    /// The content behind a descriptor where it is there; any other artefact is what it is.
    static ArtefactRef behind(Checkpoint checkpoint, ArtefactRef ref, Progress progress)
            throws EvidenceException {
        return ref instanceof ArtefactRef.OfDescriptor descriptor
                ? new DescriptorContent(checkpoint, descriptor).find(progress).orElse(ref)
                : ref;
    }

    /// Whether the checkpoint keeps it, as far as can be told without unpacking a tmpfs.
    boolean isThere() {
        return file().filter(file -> held(file).isPresent() || tmpfs(file).isPresent()).isPresent();
    }

    /// The artefact that is the content. A tmpfs is unpacked for it: for a job.
    ///
    /// @throws EvidenceException if the tmpfs in which it lies cannot be unpacked
    /// @throws java.util.concurrent.CancellationException if `progress` says so
    Optional<ArtefactRef> find(Progress progress) throws EvidenceException {
        var file = file();
        var held = file.flatMap(this::held);
        var tmpfs = file.flatMap(this::tmpfs);
        if (held.isPresent() || tmpfs.isEmpty()) {
            return held;
        }
        var path = file.map(OpenFile.RegularFile.class::cast).orElseThrow().path();
        return TmpfsFiles.list(checkpoint, tmpfs.get(), progress).files().stream()
                .filter(entry -> entry.entry().type() == Member.Type.FILE)
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .map(TmpfsFile::member)
                .map(member -> new ArtefactRef.OfMember(checkpoint.id(), member));
    }

    private Optional<OpenFile> file() {
        return checkpoint
                .tasks()
                .find(descriptor.pid())
                .flatMap(task -> task.descriptors().found())
                .flatMap(
                        all ->
                                all.stream()
                                        .filter(one -> one.fd().equals(descriptor.fd()))
                                        .findFirst())
                .flatMap(one -> one.file().found());
    }

    private Optional<ArtefactRef> held(OpenFile file) {
        return switch (file) {
            case OpenFile.MemFd memfd when memfd.shmid().isPresent() -> Optional.of(open(file));
            case OpenFile.RegularFile regular when checkpoint.ghost(regular).isPresent() ->
                    Optional.of(open(file));
            case OpenFile.RegularFile regular when hasPath(regular) && isOfRoot(regular) ->
                    exported(regular.path());
            default -> Optional.empty();
        };
    }

    private ArtefactRef open(OpenFile file) {
        return new ArtefactRef.OfOpenFile(checkpoint.id(), file.id());
    }

    private Optional<ArtefactRef> exported(String path) {
        return checkpoint.rootfsChanges().found().stream()
                .flatMap(changes -> changes.stream())
                .filter(change -> change.path().equals(path))
                .flatMap(change -> change.entry().stream())
                .reduce((_, last) -> last)
                .filter(entry -> entry.type() == Member.Type.FILE)
                .map(_ -> new ArtefactRef.OfRootfsEntry(checkpoint.id(), path));
    }

    private Optional<Tmpfs> tmpfs(OpenFile file) {
        if (!(file instanceof OpenFile.RegularFile regular) || !hasPath(regular)) {
            return Optional.empty();
        }
        var over = mountPoint(regular);
        return Stream.concat(
                        TmpfsFiles.in(checkpoint).stream(), TmpfsFiles.volumes(checkpoint).stream())
                .filter(tmpfs -> tmpfs.mountPoint().equals(over))
                .findFirst();
    }

    private boolean isOfRoot(OpenFile.RegularFile file) {
        return mountPoint(file).filter("/"::equals).isPresent();
    }

    /// Where the file system is mounted that holds the file. Without a number of the mount, the innermost that its path leads
    /// through.
    private Optional<String> mountPoint(OpenFile.RegularFile file) {
        var told =
                checkpoint.mounts().stream()
                        .filter(mount -> file.mountId().isPresent())
                        .filter(mount -> mount.id() == file.mountId().getAsInt())
                        .findFirst();
        return told.map(Mount::mountPoint)
                .or(
                        () ->
                                checkpoint.mounts().stream()
                                        .map(Mount::mountPoint)
                                        .filter(point -> isBelow(file.path(), point))
                                        .max(Comparator.comparingInt(String::length)));
    }

    private static boolean isBelow(String path, String point) {
        return path.startsWith(point.endsWith("/") ? point : point + "/");
    }

    /// Whether it is a plain file that its path still leads to.
    private static boolean hasPath(OpenFile.RegularFile file) {
        return file.remap().isEmpty()
                && (file.mode().isEmpty() || (file.mode().getAsInt() & FILE_TYPE) == REGULAR);
    }
}
