package org.icecore.checkpoint.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.icecore.checkpoint.Observed;
import org.icecore.evidence.Location;

/// An open file: what a descriptor, a mapping, a working directory refers to; `file_entry` and its kinds.
public sealed interface OpenFile {

    /// The key in `files.img`.
    FileId id();

    /// Where the entry lies.
    Location at();

    /// O_* flags, where the kind has them.
    Optional<OpenFlags> flags();

    /// The word for tables, e.g. `file`, `tcp`, `eventfd`.
    default String kind() {
        return OpenFileText.kind(this);
    }

    /// What it is opened on, as a reader wants it: a path, `127.0.0.1:80 -> 10.0.0.2:4711`, `7` for an eventfd.
    default String target() {
        return OpenFileText.target(this);
    }

    /// What `readlink /proc/PID/fd/N` would print.
    default String link() {
        return OpenFileText.link(this);
    }

    /// A file, directory or device with a path.
    ///
    /// @param path in the container, without ` (deleted)`
    /// @param position bytes from the start, unsigned; the kernel knows none from 2^63 on
    /// @param mode S_I* bits with the file type, if recorded
    /// @param buildId note of the ELF file, hexadecimal, if recorded
    /// @param checksum of the content, if recorded
    /// @param external left to the restorer
    /// @param remap where it is kept, if its path leads nowhere any more
    record RegularFile(
            FileId id,
            String path,
            Optional<OpenFlags> flags,
            long position,
            OptionalInt mountId,
            OptionalLong size,
            OptionalInt mode,
            Optional<String> buildId,
            Optional<Checksum> checksum,
            boolean external,
            Optional<Remap> remap,
            Location at)
            implements OpenFile {

        /// Whether the path leads nowhere any more.
        public boolean deleted() {
            return remap.filter(one -> one.kind() != Remap.Kind.LOST).isPresent();
        }

        /// Whether it is known where the path leads; not if the image that tells of deleted files is damaged.
        public boolean tellsWhetherDeleted() {
            return remap.filter(one -> one.kind() == Remap.Kind.LOST).isEmpty();
        }
    }

    /// By which a restore can tell whether it finds the same content; CRIU 4.2 and before write none.
    ///
    /// @param configuration which bytes it is of, as CRIU numbers it, if recorded
    /// @param parameter of the configuration, if recorded
    record Checksum(long value, OptionalLong configuration, OptionalLong parameter) {}

    /// An end of a pipe.
    ///
    /// @param pipeId equal for both ends; the inode number
    record Pipe(FileId id, long pipeId, Optional<OpenFlags> flags, Location at)
            implements OpenFile {}

    /// A named pipe.
    ///
    /// @param path of the file it was opened by, if recorded
    record Fifo(
            FileId id, long pipeId, Optional<String> path, Optional<OpenFlags> flags, Location at)
            implements OpenFile {}

    /// A TCP, UDP, ICMP or raw socket over IPv4 or IPv6.
    ///
    /// @param family 2 AF_INET, 10 AF_INET6
    /// @param protocol IPPROTO_*
    /// @param connection what the kernel kept of a TCP connection, if it is one
    /// @param namespace id of its network namespace, if recorded: addresses mean nothing beyond it
    record InetSocket(
            FileId id,
            long inode,
            int family,
            SocketType type,
            int protocol,
            SocketState state,
            Endpoint source,
            Endpoint destination,
            Optional<OpenFlags> flags,
            long backlog,
            SocketOptions options,
            Optional<String> device,
            Optional<Observed<TcpConnection>> connection,
            OptionalLong namespace,
            Location at)
            implements OpenFile {

        private static final int TCP = 6;
        private static final int RAW = 3;

        /// Whether it speaks TCP itself: a raw socket of the same protocol only sees its headers.
        public boolean tcp() {
            return protocol == TCP && type.value() != RAW;
        }

        /// `tcp`, `udp6`, ..., as in `/proc/net`.
        public String protocolName() {
            var name = type.value() == RAW ? "raw" : protocolOfPorts();
            return family == 10 ? name + "6" : name;
        }

        private String protocolOfPorts() {
            return switch (protocol) {
                case 1, 58 -> "icmp";
                case TCP -> "tcp";
                case 17 -> "udp";
                case 132 -> "sctp";
                case 136 -> "udplite";
                default -> "proto-" + protocol;
            };
        }
    }

    /// A Unix socket.
    ///
    /// @param name path, or `@name` for an abstract one; empty if it has none
    /// @param peer inode of the other end; 0 if not connected
    record UnixSocket(
            FileId id,
            long inode,
            SocketType type,
            SocketState state,
            String name,
            long peer,
            Optional<OpenFlags> flags,
            long backlog,
            SocketOptions options,
            boolean deleted,
            Location at)
            implements OpenFile {}

    /// A netlink socket.
    ///
    /// @param protocol NETLINK_*; 0 is NETLINK_ROUTE
    record NetlinkSocket(
            FileId id,
            long inode,
            int protocol,
            SocketState state,
            long portId,
            Optional<OpenFlags> flags,
            SocketOptions options,
            Location at)
            implements OpenFile {

        /// `NETLINK_ROUTE`; of one without a name `protocol 99`.
        public String protocolName() {
            return NetlinkProtocols.name(protocol);
        }
    }

    /// A packet socket: it sees frames, not connections.
    ///
    /// @param protocol ETH_P_* in host order
    record PacketSocket(
            FileId id,
            SocketType type,
            int protocol,
            int interfaceIndex,
            Optional<OpenFlags> flags,
            SocketOptions options,
            Location at)
            implements OpenFile {}

    /// An eventfd and its counter.
    record EventFd(FileId id, long counter, Optional<OpenFlags> flags, Location at)
            implements OpenFile {}

    /// An epoll instance and what it watches.
    record EventPoll(FileId id, List<Watch> watches, Optional<OpenFlags> flags, Location at)
            implements OpenFile {

        public EventPoll {
            watches = List.copyOf(watches);
        }

        /// A descriptor of the task that is watched.
        ///
        /// @param events EPOLL* bits
        /// @param data what the task gets back
        /// @param inode of the file that was registered under the number, which can be another file's since; if recorded
        /// @param device of that file, the kernel's encoding; 0 if not recorded
        public record Watch(int fd, int events, long data, OptionalLong inode, int device) {}
    }

    /// A signalfd.
    ///
    /// @param mask bit n-1 stands for signal n
    record SignalFd(FileId id, long mask, Optional<OpenFlags> flags, Location at)
            implements OpenFile {}

    /// A timerfd.
    ///
    /// @param clock CLOCK_*
    /// @param ticks expirations not read yet
    /// @param nextNanos until the next expiration, nanoseconds; 0 if disarmed
    /// @param intervalNanos of a repeated timer, nanoseconds; 0 if it fires once
    /// @param setFlags TFD_TIMER_* bits that it was set with
    record TimerFd(
            FileId id,
            int clock,
            long ticks,
            long nextNanos,
            long intervalNanos,
            int setFlags,
            Optional<OpenFlags> flags,
            Location at)
            implements OpenFile {}

    /// An inotify instance and its watches.
    record Inotify(FileId id, List<Watch> watches, Optional<OpenFlags> flags, Location at)
            implements OpenFile {

        public Inotify {
            watches = List.copyOf(watches);
        }

        /// A watched inode.
        ///
        /// @param device kernel encoding: major in the bits from 20 up, minor below
        /// @param mask IN_* bits
        /// @param path if recorded
        public record Watch(
                int descriptor, long inode, long device, int mask, Optional<String> path) {}
    }

    /// A fanotify group and what it marks.
    ///
    /// @param groupFlags FAN_* bits of `fanotify_init`
    /// @param eventFlags O_* flags of the descriptors that come with its events
    record Fanotify(
            FileId id,
            List<Mark> marks,
            int groupFlags,
            OpenFlags eventFlags,
            Optional<OpenFlags> flags,
            Location at)
            implements OpenFile {

        public Fanotify {
            marks = List.copyOf(marks);
        }

        /// An inode or a mount that is watched.
        ///
        /// @param mount number of the mount, if all of it is watched
        /// @param inode of the watched file; 0 for a mount
        /// @param device of the watched file, in the kernel's encoding; 0 for a mount
        /// @param path if recorded
        /// @param mask FAN_* bits asked for
        /// @param ignored FAN_* bits suppressed
        /// @param flags FAN_MARK_* bits
        public record Mark(
                OptionalInt mount,
                long inode,
                long device,
                Optional<String> path,
                int mask,
                int ignored,
                int flags) {}
    }

    /// A terminal.
    ///
    /// @param type of the terminal as `tty-info.img` says, e.g. `PTY`; empty if it has no entry there
    /// @param index of a pseudo terminal
    /// @param path of the file it was opened by, if recorded
    record Tty(
            FileId id,
            long infoId,
            Optional<String> type,
            OptionalInt index,
            Optional<String> path,
            Optional<OpenFlags> flags,
            Location at)
            implements OpenFile {}

    /// A namespace held open.
    ///
    /// @param cloneFlag CLONE_NEW*
    record NamespaceFile(
            FileId id, long namespaceId, int cloneFlag, Optional<OpenFlags> flags, Location at)
            implements OpenFile {}

    /// A TUN or TAP device.
    ///
    /// @param detached whether its queue is switched off, IFF_DETACH_QUEUE
    /// @param namespace id of the network namespace of the device, if recorded
    record Tun(
            FileId id,
            Optional<String> device,
            boolean detached,
            OptionalLong namespace,
            Optional<OpenFlags> flags,
            Location at)
            implements OpenFile {}

    /// A file left to a plugin of CRIU.
    record ExternalFile(FileId id, Optional<OpenFlags> flags, Location at) implements OpenFile {}

    /// A file of `memfd_create`; also what plain shared anonymous memory is kept as.
    ///
    /// @param name given by the task, without `/memfd:`; `/dev/zero` for shared anonymous memory
    /// @param size bytes
    /// @param shmid segment that holds its content
    /// @param seals F_SEAL_* bits
    /// @param inode the file behind the opening, if its image has it
    record MemFd(
            FileId id,
            Optional<OpenFlags> flags,
            long position,
            long inodeId,
            Optional<String> name,
            OptionalLong size,
            OptionalLong shmid,
            OptionalInt seals,
            Optional<MemFdInode> inode,
            Location at)
            implements OpenFile {

        /// Whether it is no memfd of the task's making but memory mapped `MAP_SHARED | MAP_ANONYMOUS`.
        public boolean sharedAnonymous() {
            return name.filter("/dev/zero"::equals).isPresent();
        }
    }

    /// What `memfd.img` says of a file of memory besides its name, size and seals.
    ///
    /// @param uid owner, as seen from the user namespace of the tasks
    /// @param mode S_I* bits, if recorded: images from before CRIU 3.18 do not
    /// @param hugePages MFD_HUGETLB with the size of the pages in it, if it is of huge pages
    record MemFdInode(long uid, long gid, OptionalInt mode, OptionalInt hugePages, Location at) {}

    /// A BPF map.
    ///
    /// @param mapType BPF_MAP_TYPE_*
    /// @param mapId the kernel's id
    /// @param keySize bytes
    /// @param valueSize bytes
    /// @param frozen whether user space may change it no longer
    /// @param settings what it was made with besides
    /// @param count elements whose content the checkpoint keeps, if it keeps any
    record BpfMap(
            FileId id,
            String name,
            int mapType,
            long mapId,
            long keySize,
            long valueSize,
            long maxEntries,
            boolean frozen,
            MapSettings settings,
            OptionalLong count,
            Optional<OpenFlags> flags,
            Location at)
            implements OpenFile {}

    /// What a BPF map was made with.
    ///
    /// @param flags BPF_F_* bits
    /// @param charged bytes of kernel memory that it takes
    /// @param interfaceIndex of the interface that it is offloaded to; 0 is none
    /// @param extra word that depends on the kind of map, if recorded
    record MapSettings(int flags, long charged, long interfaceIndex, OptionalLong extra) {}

    /// A process held by a pidfd.
    record PidFd(FileId id, int pid, Optional<OpenFlags> flags, Location at) implements OpenFile {}

    /// A kind that this release does not know; listed, never dropped.
    ///
    /// @param type `fd_types` number
    /// @param name of the type, if only what belongs to it is missing from the entry
    record Unrecognised(FileId id, int type, Optional<String> name, Location at)
            implements OpenFile {

        @Override
        public Optional<OpenFlags> flags() {
            return Optional.empty();
        }
    }
}
