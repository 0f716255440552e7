package org.icecore.analysis.compare;

import org.icecore.checkpoint.file.OpenFile;

/// Judges whether a descriptor still refers to the file it referred to.
///
/// Paths, pipe and socket inodes identify a file; a memfd has only its name, its inode id being CRIU's own. Anonymous objects
/// (eventfd, epoll, ...) have no identity in a dump: two of one kind behind one descriptor are taken for the same.
final class SameFile {

    private SameFile() {}

    static boolean test(OpenFile before, OpenFile after) {
        return switch (before) {
            case OpenFile.RegularFile file ->
                    after instanceof OpenFile.RegularFile other && file.path().equals(other.path());
            case OpenFile.Pipe file ->
                    after instanceof OpenFile.Pipe other && file.pipeId() == other.pipeId();
            case OpenFile.Fifo file ->
                    after instanceof OpenFile.Fifo other
                            && file.path().equals(other.path())
                            && file.pipeId() == other.pipeId();
            case OpenFile.InetSocket file ->
                    after instanceof OpenFile.InetSocket other && file.inode() == other.inode();
            case OpenFile.UnixSocket file ->
                    after instanceof OpenFile.UnixSocket other && file.inode() == other.inode();
            case OpenFile.NetlinkSocket file ->
                    after instanceof OpenFile.NetlinkSocket other && file.inode() == other.inode();
            case OpenFile.MemFd file ->
                    after instanceof OpenFile.MemFd other && file.name().equals(other.name());
            case OpenFile.Tty _ ->
                    after instanceof OpenFile.Tty && before.link().equals(after.link());
            case OpenFile.BpfMap file ->
                    after instanceof OpenFile.BpfMap other && file.name().equals(other.name());
            case OpenFile.PidFd file ->
                    after instanceof OpenFile.PidFd other && file.pid() == other.pid();
            case OpenFile.PacketSocket _,
                    OpenFile.EventFd _,
                    OpenFile.EventPoll _,
                    OpenFile.SignalFd _,
                    OpenFile.TimerFd _,
                    OpenFile.Inotify _,
                    OpenFile.Fanotify _,
                    OpenFile.NamespaceFile _,
                    OpenFile.Tun _,
                    OpenFile.ExternalFile _,
                    OpenFile.Unrecognised _ ->
                    before.getClass().equals(after.getClass());
        };
    }
}
