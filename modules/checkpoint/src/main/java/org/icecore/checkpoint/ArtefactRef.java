package org.icecore.checkpoint;

import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.memory.AddressRange;
import org.icecore.checkpoint.memory.VirtualAddress;
import org.icecore.checkpoint.task.Pid;

/// The stable address of anything of interest in a checkpoint.
///
/// Selection, navigation, history, result rows and report links all speak it. [#text()] is its stable text form, e.g.
/// `after/task/72/memory/0x7f2f369d0000-0x7f2f369d4000`.
public sealed interface ArtefactRef {

    /// The checkpoint that holds the artefact.
    CheckpointId checkpoint();

    /// The stable text form.
    default String text() {
        return switch (this) {
            case OfCheckpoint(var id) -> id.value();
            case OfTask(var id, var pid) -> "%s/task/%s".formatted(id, pid);
            case OfThread(var id, var pid, var tid) ->
                    "%s/task/%s/thread/%s".formatted(id, pid, tid);
            case OfVma(var id, var pid, var start) -> "%s/task/%s/vma/%s".formatted(id, pid, start);
            case OfMemory(var id, var pid, var range) ->
                    "%s/task/%s/memory/%s".formatted(id, pid, range);
            case OfDescriptor(var id, var pid, var fd) -> "%s/task/%s/fd/%s".formatted(id, pid, fd);
            case OfOpenFile(var id, var file) -> "%s/file/%s".formatted(id, file);
            case OfMount(var id, var namespace, var mount) ->
                    "%s/mnt/%d/%d".formatted(id, namespace, mount);
            case OfRootfsEntry(var id, var path) -> "%s/rootfs/%s".formatted(id, path);
            case OfMember(var id, var member) -> "%s/member/%s".formatted(id, member);
            case OfImageEntry(var id, var member, var index) ->
                    "%s/member/%s#%d".formatted(id, member, index);
        };
    }

    /// A checkpoint as a whole.
    record OfCheckpoint(CheckpointId checkpoint) implements ArtefactRef {}

    /// A task.
    record OfTask(CheckpointId checkpoint, Pid pid) implements ArtefactRef {}

    /// A thread of a task.
    record OfThread(CheckpointId checkpoint, Pid pid, Pid tid) implements ArtefactRef {}

    /// A mapping of a task, by its first address.
    record OfVma(CheckpointId checkpoint, Pid pid, VirtualAddress start) implements ArtefactRef {}

    /// A run of a task's memory.
    record OfMemory(CheckpointId checkpoint, Pid pid, AddressRange range) implements ArtefactRef {}

    /// A file descriptor of a task.
    record OfDescriptor(CheckpointId checkpoint, Pid pid, FdNumber fd) implements ArtefactRef {}

    /// An open file (a socket, too), whoever has it open.
    record OfOpenFile(CheckpointId checkpoint, FileId file) implements ArtefactRef {}

    /// A mount of a mount namespace.
    record OfMount(CheckpointId checkpoint, long namespace, int mount) implements ArtefactRef {}

    /// A path in the changes of the root file system.
    record OfRootfsEntry(CheckpointId checkpoint, String path) implements ArtefactRef {}

    /// A member of the archive.
    record OfMember(CheckpointId checkpoint, String member) implements ArtefactRef {}

    /// An entry of an image, from 0.
    record OfImageEntry(CheckpointId checkpoint, String member, int index) implements ArtefactRef {}
}
