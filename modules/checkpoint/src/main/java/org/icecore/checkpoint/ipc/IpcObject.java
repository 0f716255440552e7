package org.icecore.checkpoint.ipc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.icecore.checkpoint.queue.QueuedData;
import org.icecore.evidence.Location;
import org.icecore.evidence.MemberPath;

/// A System V object.
public sealed interface IpcObject {

    /// Who owns it and how it is found.
    IpcOwner owner();

    /// Where its entry lies.
    Location at();

    /// A segment of shared memory.
    ///
    /// @param size bytes
    /// @param hugePages base-two logarithm of the bytes of a page, if it is of huge pages
    /// @param inPagemap whether its content is in `pagemap-shmem-ID.img`, as memory that tasks share
    /// @param content the bytes after the entry, in older dumps; an empty run otherwise
    record SharedMemory(
            IpcOwner owner,
            long size,
            OptionalInt hugePages,
            boolean inPagemap,
            Location content,
            Location at)
            implements IpcObject {

        /// The member of the archive that tells where the pages lie; empty if the content follows the entry.
        public Optional<String> pagemap() {
            var folder = new MemberPath(at.member()).parent();
            return inPagemap
                    ? Optional.of("%spagemap-shmem-%d.img".formatted(folder, owner.id()))
                    : Optional.empty();
        }
    }

    /// A set of semaphores.
    ///
    /// @param values from 0 to 65535 each; fewer than announced if the image is damaged
    /// @param announced how many the set has
    record Semaphores(IpcOwner owner, List<Integer> values, long announced, Location at)
            implements IpcObject {

        public Semaphores {
            values = List.copyOf(values);
        }
    }

    /// A queue of messages.
    ///
    /// @param capacity most bytes that it may hold
    /// @param announced how many messages it holds
    /// @param messages oldest first; fewer than announced if the image is damaged
    record MessageQueue(
            IpcOwner owner, long capacity, long announced, List<QueuedData> messages, Location at)
            implements IpcObject {

        public MessageQueue {
            messages = List.copyOf(messages);
        }
    }
}
