package org.icecore.views.result;

import org.icecore.checkpoint.file.OpenFile;

/// The icon of each kind of open file.
public final class FileIcons {
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;

    private FileIcons() {}

    /// The name of its icon.
    public static String of(OpenFile file) {
        return switch (file) {
            case OpenFile.RegularFile regular when regular.deleted() -> "deleted-file";
            case OpenFile.RegularFile regular -> byMode(regular.mode().orElse(0));
            case OpenFile.Pipe _ -> "pipe";
            case OpenFile.Fifo _ -> "fifo";
            case OpenFile.InetSocket inet ->
                    inet.state().toString().equals("LISTEN") ? "socket-listen" : "socket";
            case OpenFile.UnixSocket _ -> "unix-socket";
            case OpenFile.NetlinkSocket _, OpenFile.PacketSocket _ -> "network";
            case OpenFile.EventFd _ -> "eventfd";
            case OpenFile.EventPoll _ -> "epoll";
            case OpenFile.SignalFd _ -> "signalfd";
            case OpenFile.TimerFd _ -> "timerfd";
            case OpenFile.Inotify _, OpenFile.Fanotify _ -> "inotify";
            case OpenFile.Tty _ -> "tty";
            case OpenFile.NamespaceFile _ -> "namespace";
            case OpenFile.Tun _ -> "network";
            case OpenFile.MemFd _ -> "memfd";
            case OpenFile.PidFd _ -> "task-alive";
            case OpenFile.ExternalFile _, OpenFile.BpfMap _, OpenFile.Unrecognised _ -> "open-file";
        };
    }

    private static String byMode(int mode) {
        return switch (mode & TYPE) {
            case DIRECTORY -> "directory";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "device";
            default -> "file";
        };
    }
}
