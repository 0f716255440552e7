package org.icecore.analysis.content;

import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.Cell;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SocketOptions;
import org.icecore.checkpoint.file.TcpConnection;

/// An open file that is a socket, of whatever family, read by the same questions.
///
/// @param file one of the socket kinds
public record Socket(OpenFile file) {

    /// The socket that `file` is, if it is one.
    public static Optional<Socket> of(OpenFile file) {
        return switch (file) {
            case OpenFile.InetSocket _,
                    OpenFile.UnixSocket _,
                    OpenFile.NetlinkSocket _,
                    OpenFile.PacketSocket _ ->
                    Optional.of(new Socket(file));
            default -> Optional.empty();
        };
    }

    public Socket {
        switch (file) {
            case OpenFile.InetSocket _,
                    OpenFile.UnixSocket _,
                    OpenFile.NetlinkSocket _,
                    OpenFile.PacketSocket _ -> {}
            default -> throw new IllegalArgumentException("not a socket: " + file.kind());
        }
    }

    /// `tcp`, `udp6`, `unix`, `netlink`, `packet`.
    public String protocol() {
        return file.kind();
    }

    /// SOCK_* type.
    public Cell type() {
        return switch (file) {
            case OpenFile.InetSocket inet -> Cell.text(inet.type().toString());
            case OpenFile.UnixSocket unix -> Cell.text(unix.type().toString());
            case OpenFile.PacketSocket packet -> Cell.text(packet.type().toString());
            default -> Cell.notCaptured("netlink socket entries record no type");
        };
    }

    /// The state in the kernel's words.
    public Cell state() {
        return switch (file) {
            case OpenFile.InetSocket inet -> Cell.text(inet.state().toString());
            case OpenFile.UnixSocket unix -> Cell.text(unix.state().toString());
            case OpenFile.NetlinkSocket netlink -> Cell.text(netlink.state().toString());
            default -> Cell.notApplicable("packet sockets have no state");
        };
    }

    /// Its own end.
    public Cell source() {
        return switch (file) {
            case OpenFile.InetSocket inet -> Cell.text(inet.source().toString());
            case OpenFile.UnixSocket unix ->
                    unix.name().isEmpty()
                            ? Cell.notApplicable("the socket has no name")
                            : Cell.text(unix.name());
            case OpenFile.NetlinkSocket netlink ->
                    Cell.text("%s, port %d".formatted(netlink.protocolName(), netlink.portId()));
            case OpenFile.PacketSocket packet ->
                    Cell.text(
                            "protocol 0x%04x, interface %d"
                                    .formatted(packet.protocol(), packet.interfaceIndex()));
            default -> throw new IllegalStateException(file.kind());
        };
    }

    /// The other end.
    public Cell destination() {
        return switch (file) {
            case OpenFile.InetSocket inet ->
                    inet.destination().unspecified()
                            ? Cell.notApplicable("not connected")
                            : Cell.text(inet.destination().toString());
            case OpenFile.UnixSocket unix ->
                    unix.peer() == 0
                            ? Cell.notApplicable("not connected")
                            : Cell.text("socket:[%d]".formatted(unix.peer()));
            default -> Cell.notApplicable(file.kind() + " sockets are not connected");
        };
    }

    /// Bytes that wait in a queue of a TCP connection; for sockets of whatever family ask [SocketQueues].
    public Cell queue(Function<TcpConnection, Long> which) {
        return switch (file) {
            case OpenFile.InetSocket inet when inet.connection().isPresent() ->
                    Cell.of(inet.connection().get(), queues -> new Cell.Bytes(which.apply(queues)));
            case OpenFile.InetSocket inet when inet.tcp() && inet.state().listens() -> listening();
            case OpenFile.InetSocket inet when inet.tcp() -> Cell.notApplicable("not connected");
            default ->
                    Cell.notCaptured(
                            "CRIU does not dump what waits in " + file.kind() + " sockets");
        };
    }

    /// That it has no bytes, as only connections wait in it.
    static Cell listening() {
        return Cell.notApplicable("it listens: connections wait in it, no bytes");
    }

    /// What the kernel kept of a TCP connection besides its queues.
    public Cell connection(Function<TcpConnection, Cell> which) {
        return switch (file) {
            case OpenFile.InetSocket inet when inet.connection().isPresent() ->
                    Cell.of(inet.connection().get(), which);
            default -> Cell.notApplicable("no connection of TCP");
        };
    }

    /// Whether it is one end of a connection of TCP.
    public boolean connected() {
        return file instanceof OpenFile.InetSocket inet && inet.connection().isPresent();
    }

    /// Options that every family has.
    public SocketOptions options() {
        return switch (file) {
            case OpenFile.InetSocket inet -> inet.options();
            case OpenFile.UnixSocket unix -> unix.options();
            case OpenFile.NetlinkSocket netlink -> netlink.options();
            case OpenFile.PacketSocket packet -> packet.options();
            default -> throw new IllegalStateException(file.kind());
        };
    }

    /// The inode number, where it is recorded.
    public Cell inode() {
        return switch (file) {
            case OpenFile.InetSocket inet -> Cell.number(inet.inode());
            case OpenFile.UnixSocket unix -> Cell.number(unix.inode());
            case OpenFile.NetlinkSocket netlink -> Cell.number(netlink.inode());
            default -> Cell.notCaptured("packet socket entries record no inode");
        };
    }
}
