package org.icecore.checkpoint.file;

import org.icecore.checkpoint.file.OpenFile.BpfMap;
import org.icecore.checkpoint.file.OpenFile.EventFd;
import org.icecore.checkpoint.file.OpenFile.EventPoll;
import org.icecore.checkpoint.file.OpenFile.ExternalFile;
import org.icecore.checkpoint.file.OpenFile.Fanotify;
import org.icecore.checkpoint.file.OpenFile.Fifo;
import org.icecore.checkpoint.file.OpenFile.InetSocket;
import org.icecore.checkpoint.file.OpenFile.Inotify;
import org.icecore.checkpoint.file.OpenFile.MemFd;
import org.icecore.checkpoint.file.OpenFile.NamespaceFile;
import org.icecore.checkpoint.file.OpenFile.NetlinkSocket;
import org.icecore.checkpoint.file.OpenFile.PacketSocket;
import org.icecore.checkpoint.file.OpenFile.PidFd;
import org.icecore.checkpoint.file.OpenFile.Pipe;
import org.icecore.checkpoint.file.OpenFile.RegularFile;
import org.icecore.checkpoint.file.OpenFile.SignalFd;
import org.icecore.checkpoint.file.OpenFile.TimerFd;
import org.icecore.checkpoint.file.OpenFile.Tty;
import org.icecore.checkpoint.file.OpenFile.Tun;
import org.icecore.checkpoint.file.OpenFile.UnixSocket;
import org.icecore.checkpoint.file.OpenFile.Unrecognised;
import org.icecore.checkpoint.timer.ClockId;

/// How open files are written in one line; kept apart so that the family stays a list of facts.
final class OpenFileText {

    private static final int FILE_TYPE = 0170000;

    private OpenFileText() {}

    static String kind(OpenFile file) {
        return switch (file) {
            case RegularFile regular -> regularKind(regular);
            case Pipe _ -> "pipe";
            case Fifo _ -> "fifo";
            case InetSocket inet -> inet.protocolName();
            case UnixSocket _ -> "unix";
            case NetlinkSocket _ -> "netlink";
            case PacketSocket _ -> "packet";
            case EventFd _ -> "eventfd";
            case EventPoll _ -> "epoll";
            case SignalFd _ -> "signalfd";
            case TimerFd _ -> "timerfd";
            case Inotify _ -> "inotify";
            case Fanotify _ -> "fanotify";
            case Tty _ -> "tty";
            case NamespaceFile _ -> "namespace";
            case Tun _ -> "tun";
            case ExternalFile _ -> "external";
            case MemFd _ -> "memfd";
            case BpfMap _ -> "bpf map";
            case PidFd _ -> "pidfd";
            case Unrecognised(_, var type, var name, _) -> name.orElse("type " + type);
        };
    }

    private static String regularKind(RegularFile file) {
        return switch (file.mode().orElse(0) & FILE_TYPE) {
            case 0040000 -> "directory";
            case 0020000 -> "char device";
            case 0060000 -> "block device";
            default -> "file";
        };
    }

    static String target(OpenFile file) {
        return switch (file) {
            case RegularFile regular -> link(regular);
            case Pipe(_, var pipe, _, _) -> "pipe:[%d]".formatted(pipe);
            case Fifo(_, var pipe, var path, _, _) -> path.orElse("pipe:[%d]".formatted(pipe));
            case InetSocket inet ->
                    inet.destination().unspecified()
                            ? inet.source() + " " + inet.state()
                            : "%s -> %s %s"
                                    .formatted(inet.source(), inet.destination(), inet.state());
            case UnixSocket unix -> unixTarget(unix);
            case NetlinkSocket netlink ->
                    "%s, port %d".formatted(netlink.protocolName(), netlink.portId());
            case PacketSocket packet ->
                    "protocol 0x%04x, interface %d"
                            .formatted(packet.protocol(), packet.interfaceIndex());
            case EventFd(_, var counter, _, _) -> "counter " + Long.toUnsignedString(counter);
            case EventPoll(_, var watches, _, _) ->
                    watches.size() == 1
                            ? "watches 1 descriptor"
                            : "watches %d descriptors".formatted(watches.size());
            case SignalFd(_, var mask, _, _) -> "mask 0x%016x".formatted(mask);
            case TimerFd timer ->
                    "%s, next in %s s, every %s s"
                            .formatted(
                                    new ClockId(timer.clock()).name(),
                                    seconds(timer.nextNanos()),
                                    seconds(timer.intervalNanos()));
            case Inotify(_, var watches, _, _) ->
                    watches.size() == 1 ? "1 watch" : "%d watches".formatted(watches.size());
            case Fanotify(_, var marks, _, _, _, _) ->
                    marks.size() == 1 ? "1 mark" : "%d marks".formatted(marks.size());
            case Tty tty -> link(tty);
            case NamespaceFile namespace ->
                    "%s namespace %d"
                            .formatted(
                                    namespaceName(namespace.cloneFlag()), namespace.namespaceId());
            case Tun tun -> tun.device().orElse("/dev/net/tun");
            case ExternalFile(var id, _, _) -> "external file " + id;
            case MemFd memfd -> link(memfd);
            case BpfMap map -> map.name();
            case PidFd(_, var pid, _, _) -> pid < 0 ? "a process that is gone" : "pid " + pid;
            case Unrecognised unknown -> unrecognised(unknown);
        };
    }

    static String link(OpenFile file) {
        return switch (file) {
            case RegularFile regular -> regular.path() + (regular.deleted() ? " (deleted)" : "");
            case Pipe(_, var pipe, _, _) -> "pipe:[%d]".formatted(pipe);
            case Fifo(_, var pipe, var path, _, _) -> path.orElse("pipe:[%d]".formatted(pipe));
            case InetSocket inet -> "socket:[%d]".formatted(inet.inode());
            case UnixSocket unix -> "socket:[%d]".formatted(unix.inode());
            case NetlinkSocket netlink -> "socket:[%d]".formatted(netlink.inode());
            // The inode of a packet socket is not recorded.
            case PacketSocket _ -> "socket:[?]";
            case EventFd _ -> "anon_inode:[eventfd]";
            case EventPoll _ -> "anon_inode:[eventpoll]";
            case SignalFd _ -> "anon_inode:[signalfd]";
            case TimerFd _ -> "anon_inode:[timerfd]";
            case Inotify _ -> "anon_inode:inotify";
            case Fanotify _ -> "anon_inode:[fanotify]";
            case Tty tty -> tty.path().orElseGet(() -> ttyName(tty));
            case NamespaceFile namespace -> namespaceName(namespace.cloneFlag()) + ":[?]";
            case Tun _ -> "/dev/net/tun";
            case ExternalFile(var id, _, _) -> "external file " + id;
            case MemFd memfd ->
                    memfd.sharedAnonymous()
                            ? "/dev/zero (deleted)"
                            : "/memfd:%s (deleted)".formatted(memfd.name().orElse("?"));
            case BpfMap _ -> "anon_inode:bpf-map";
            case PidFd _ -> "anon_inode:[pidfd]";
            case Unrecognised unknown -> unrecognised(unknown);
        };
    }

    private static String unixTarget(UnixSocket unix) {
        var name = unix.name().isEmpty() ? "unnamed" : unix.name();
        var peer = unix.peer() == 0 ? "" : ", peer " + unix.peer();
        return "%s %s %s%s".formatted(unix.type(), name, unix.state(), peer);
    }

    private static String ttyName(Tty tty) {
        return tty.index().isPresent()
                ? "/dev/pts/" + tty.index().getAsInt()
                : tty.type().orElse("tty");
    }

    private static String namespaceName(int cloneFlag) {
        return switch (cloneFlag) {
            case 0x00000080 -> "time";
            case 0x00020000 -> "mnt";
            case 0x02000000 -> "cgroup";
            case 0x04000000 -> "uts";
            case 0x08000000 -> "ipc";
            case 0x10000000 -> "user";
            case 0x20000000 -> "pid";
            case 0x40000000 -> "net";
            default -> "namespace 0x%x".formatted(cloneFlag);
        };
    }

    private static String unrecognised(Unrecognised file) {
        return file.name()
                .map(
                        name ->
                                "file %s of type %s, of which its entry says nothing"
                                        .formatted(file.id(), name))
                .orElseGet(() -> "file %s of unknown type %d".formatted(file.id(), file.type()));
    }

    private static String seconds(long nanos) {
        return "%d.%09d".formatted(nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
