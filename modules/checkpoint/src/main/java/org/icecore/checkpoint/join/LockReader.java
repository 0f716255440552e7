package org.icecore.checkpoint.join;

import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.FdNumber;
import org.icecore.checkpoint.file.FileDescriptor;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.lock.FileLock;
import org.icecore.checkpoint.task.Pid;
import org.icecore.checkpoint.task.TaskTree;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.FileLockEntry;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;

/// Reads the locks on files and finds the files through the descriptors of their owners.
record LockReader(ImageSet images, TaskTree tasks) {

    Gathered<FileLock> read() {
        var gathering = new Gathering<FileLock>(images);
        Gathering.Visitor<FileLockEntry> visitor =
                (_, _, entry, message) -> add(gathering, entry.at(), message);
        // The second is how CRIU wrote them before 1.3, one image for each task.
        return gathering
                .each(ImageKind.FILE_LOCKS, FileLockEntry.class, visitor)
                .each(ImageKind.FILE_LOCKS_PID, FileLockEntry.class, visitor)
                .done(
                        "no filelocks.img is in the checkpoint: CRIU writes it when a task holds a lock");
    }

    private void add(Gathering<FileLock> gathering, Location at, FileLockEntry message) {
        var lock =
                new FileLock(
                        message.getFlag(),
                        message.getType(),
                        new Pid(message.getPid()),
                        new FdNumber(message.getFd()),
                        message.getStart(),
                        message.getLen(),
                        file(message),
                        at);
        gathering.add(lock, at);
        lock.file()
                .absence()
                .ifPresent(
                        reason ->
                                gathering.defect(
                                        new Defect(at, "lock on an unknown file: " + reason)));
    }

    private Observed<OpenFile> file(FileLockEntry lock) {
        var task = tasks.find(new Pid(lock.getPid()));
        return task.isEmpty()
                ? Observed.notCaptured("no task has the pid " + lock.getPid())
                : task.get().descriptor(new FdNumber(lock.getFd())).flatMap(FileDescriptor::file);
    }
}
