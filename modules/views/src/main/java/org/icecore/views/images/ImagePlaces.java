package org.icecore.views.images;

import java.util.Optional;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.content.RootfsPlaces;
import org.icecore.checkpoint.content.TmpfsFile;
import org.icecore.checkpoint.content.TmpfsFiles;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.checkpoint.namespace.Mount;
import org.icecore.checkpoint.task.Task;
import org.icecore.evidence.Location;

/// Where in the images a checkpoint says what it says.
final class ImagePlaces {
    private ImagePlaces() {}

    /// The bytes of the entry that an artefact was read from, in an image or in the export of the root file system; empty for
    /// what was read from neither.
    static Optional<Location> of(Checkpoint checkpoint, ArtefactRef ref) {
        if (ref instanceof ArtefactRef.OfRootfsEntry(_, var path)) {
            return RootfsPlaces.of(checkpoint, path);
        }
        return found(checkpoint, ref)
                .filter(
                        at ->
                                checkpoint
                                        .member(at.member())
                                        .filter(member -> member.image().isPresent())
                                        .isPresent());
    }

    private static Optional<Location> found(Checkpoint checkpoint, ArtefactRef ref) {
        return switch (ref) {
            // The process tree says of a task little more than its number.
            case ArtefactRef.OfTask(_, var pid) ->
                    checkpoint.tasks().find(pid).map(task -> at(task.core()).orElseGet(task::at));
            case ArtefactRef.OfThread(_, var pid, var tid) ->
                    checkpoint.tasks().find(pid).stream()
                            .flatMap(task -> task.threads().stream())
                            .filter(thread -> thread.tid().equals(tid))
                            .findFirst()
                            .flatMap(thread -> at(thread.core()));
            case ArtefactRef.OfVma(_, var pid, var start) ->
                    checkpoint.tasks().find(pid).flatMap(task -> vma(task, start));
            case ArtefactRef.OfMemory(_, var pid, var range) ->
                    checkpoint
                            .tasks()
                            .find(pid)
                            .flatMap(task -> vma(task, new VirtualAddress(range.start())));
            case ArtefactRef.OfDescriptor(_, var pid, var fd) ->
                    checkpoint
                            .tasks()
                            .find(pid)
                            .flatMap(task -> task.descriptors().found())
                            .stream()
                            .flatMap(all -> all.stream())
                            .filter(one -> one.fd().equals(fd))
                            .findFirst()
                            .map(FileDescriptor::at);
            case ArtefactRef.OfOpenFile(_, var id) ->
                    checkpoint.files().stream()
                            .filter(file -> file.id().equals(id))
                            .findFirst()
                            .map(OpenFile::at);
            case ArtefactRef.OfMount(_, var namespace, var id) ->
                    checkpoint.mounts().stream()
                            .filter(mount -> mount.namespace() == namespace && mount.id() == id)
                            .findFirst()
                            .map(Mount::at);
            case ArtefactRef.OfMember(_, var member) ->
                    TmpfsFiles.known(checkpoint, member)
                            .map(TmpfsFile::at)
                            .or(() -> Optional.of(Location.of(member, 0, 0)));
            case ArtefactRef.OfImageEntry(_, var member, _) ->
                    Optional.of(Location.of(member, 0, 0));
            case ArtefactRef.OfCheckpoint _, ArtefactRef.OfRootfsEntry _ -> Optional.empty();
        };
    }

    private static Optional<Location> vma(Task task, VirtualAddress address) {
        return task.memory().found().stream()
                .flatMap(memory -> memory.vmas().stream())
                .filter(vma -> vma.range().contains(address.value()))
                .findFirst()
                .map(Vma::at);
    }

    private static Optional<Location> at(Observed<?> observed) {
        return switch (observed) {
            case Observed.Present<?>(_, var at) -> Optional.of(at);
            case Observed.Malformed<?>(var at, _) -> Optional.of(at);
            case Observed.NotCaptured<?> _ -> Optional.empty();
        };
    }
}
