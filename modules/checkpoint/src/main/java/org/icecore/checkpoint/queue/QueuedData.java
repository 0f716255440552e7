package org.icecore.checkpoint.queue;

import java.util.List;
import java.util.OptionalLong;
import org.icecore.checkpoint.file.FileId;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Location;

/// One run of bytes or one packet that waits to be read.
///
/// @param key of the queue: the number of the pipe, the inode of the socket, the number of the terminal, the id of the message
///     queue
/// @param index place in its queue, from 0, oldest first
/// @param readers open files that would read it; empty for a System V queue
/// @param content the bytes, where they lie; valid as long as the checkpoint is open
/// @param messageType of a System V message
/// @param passed open files that travel with it, by SCM_RIGHTS
/// @param at the bytes in the image
public record QueuedData(
        QueueKind kind,
        long key,
        int index,
        List<FileId> readers,
        ByteSource content,
        OptionalLong messageType,
        List<FileId> passed,
        Location at) {

    public QueuedData {
        readers = List.copyOf(readers);
        passed = List.copyOf(passed);
    }
}
