package org.icecore.checkpoint.join;

import org.icecore.checkpoint.file.OpenFile;
import org.icecore.criu.proto.FdTypes;

/// Which kinds of open files a type of the images can stand for.
final class FileTypes {

    private FileTypes() {}

    static boolean fits(FdTypes type, OpenFile file) {
        return switch (file) {
            case OpenFile.RegularFile _ -> type == FdTypes.REG;
            case OpenFile.Pipe _ -> type == FdTypes.PIPE;
            case OpenFile.Fifo _ -> type == FdTypes.FIFO;
            case OpenFile.InetSocket _ -> type == FdTypes.INETSK;
            case OpenFile.UnixSocket _ -> type == FdTypes.UNIXSK;
            case OpenFile.NetlinkSocket _ -> type == FdTypes.NETLINKSK;
            case OpenFile.PacketSocket _ -> type == FdTypes.PACKETSK;
            case OpenFile.EventFd _ -> type == FdTypes.EVENTFD;
            case OpenFile.EventPoll _ -> type == FdTypes.EVENTPOLL;
            case OpenFile.SignalFd _ -> type == FdTypes.SIGNALFD;
            case OpenFile.TimerFd _ -> type == FdTypes.TIMERFD;
            case OpenFile.Inotify _ -> type == FdTypes.INOTIFY;
            case OpenFile.Fanotify _ -> type == FdTypes.FANOTIFY;
            case OpenFile.Tty _ -> type == FdTypes.TTY;
            case OpenFile.NamespaceFile _ -> type == FdTypes.NS;
            case OpenFile.Tun _ -> type == FdTypes.TUNF;
            case OpenFile.MemFd _ -> type == FdTypes.MEMFD;
            case OpenFile.BpfMap _ -> type == FdTypes.BPFMAP;
            case OpenFile.PidFd _ -> type == FdTypes.PIDFD;
            // A plugin may have dumped whatever it likes.
            case OpenFile.ExternalFile _, OpenFile.Unrecognised _ -> true;
        };
    }
}
