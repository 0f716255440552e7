package org.icecore.checkpoint.join;

import com.google.protobuf.ByteString;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.icecore.checkpoint.Observed;
import org.icecore.checkpoint.file.Endpoint;
import org.icecore.checkpoint.file.FileId;
import org.icecore.checkpoint.file.OpenFile;
import org.icecore.checkpoint.file.SocketState;
import org.icecore.checkpoint.file.SocketType;
import org.icecore.checkpoint.file.TcpConnection;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.NetlinkSkEntry;
import org.icecore.criu.proto.PacketSockEntry;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.UnixSkEntry;
import org.icecore.evidence.Location;

/// Reads sockets, and the queues of those TCP connections that were dumped with them.
final class SocketReader {

    private static final int TCP = 6;
    private static final int RAW = 3;

    private final ImageSet images;
    private final ByteOrder byteOrder;
    private final boolean connectionsClosed;

    /// @param connectionsClosed whether CRIU was to close the connections of TCP, and wrote no image of any
    SocketReader(ImageSet images, ByteOrder byteOrder, boolean connectionsClosed) {
        this.images = images;
        this.byteOrder = byteOrder;
        this.connectionsClosed = connectionsClosed;
    }

    OpenFile inet(FileId id, InetSkEntry socket, Location at) {
        var stream = stream(socket);
        return new OpenFile.InetSocket(
                id,
                Integer.toUnsignedLong(socket.getIno()),
                socket.getFamily(),
                new SocketType(socket.getType(), images.machine()),
                socket.getProto(),
                new SocketState(socket.getState()),
                new Endpoint(
                        InetAddressText.of(socket.getSrcAddrList(), byteOrder),
                        socket.getSrcPort()),
                new Endpoint(
                        InetAddressText.of(socket.getDstAddrList(), byteOrder),
                        socket.getDstPort()),
                Fields.flags(socket.getFlags(), images.machine()),
                Integer.toUnsignedLong(socket.getBacklog()),
                SocketOptionReader.of(socket, stream.flatMap(Observed::found)),
                socket.hasIfname()
                        ? Optional.of(EvidenceText.of(socket.getIfnameBytes()))
                        : Optional.empty(),
                stream.map(one -> one.map(SocketReader::connection)),
                socket.hasNsId()
                        ? OptionalLong.of(Integer.toUnsignedLong(socket.getNsId()))
                        : OptionalLong.empty(),
                at);
    }

    /// CRIU writes an image for what has a port at the other end, whatever its state.
    private Optional<Observed<TcpStreamEntry>> stream(InetSkEntry socket) {
        var name = ImageName.of(ImageKind.TCP_STREAM, Integer.toUnsignedLong(socket.getIno()));
        if (images.has(name)) {
            return Optional.of(
                    SingleEntry.in(images, name, TcpStreamEntry.class).map(SingleEntry::message));
        }
        if (socket.getProto() != TCP || socket.getType() == RAW || socket.getDstPort() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Observed.notCaptured(
                        connectionsClosed
                                ? "CRIU was to close connections (--tcp-close) and keeps nothing of them"
                                : images.absence(name)));
    }

    /// TCPI_OPT_WSCALE.
    private static final int WINDOW_SCALING = 4;

    private static TcpConnection connection(TcpStreamEntry stream) {
        var scaled = (stream.getOptMask() & WINDOW_SCALING) != 0;
        return new TcpConnection(
                Integer.toUnsignedLong(stream.getInqLen()),
                Integer.toUnsignedLong(stream.getOutqLen()),
                optional(stream.hasUnsqLen(), stream.getUnsqLen()),
                Integer.toUnsignedLong(stream.getInqSeq()),
                Integer.toUnsignedLong(stream.getOutqSeq()),
                agreed(stream.getOptMask()),
                Integer.toUnsignedLong(stream.getMssClamp()),
                optional(stream.hasRcvWnd(), stream.getRcvWnd()),
                optional(stream.hasSndWnd(), stream.getSndWnd()),
                optional(scaled && stream.hasRcvWscale(), stream.getRcvWscale()),
                optional(scaled, stream.getSndWscale()),
                optional(stream.hasTimestamp(), stream.getTimestamp()),
                optional(stream.hasMaxWindow(), stream.getMaxWindow()));
    }

    private static OptionalLong optional(boolean there, int value) {
        return there ? OptionalLong.of(Integer.toUnsignedLong(value)) : OptionalLong.empty();
    }

    /// TCPI_OPT_* of include/uapi/linux/tcp.h.
    private static List<String> agreed(int mask) {
        var names = new ArrayList<String>();
        var known = List.of("timestamps", "SACK", "window scaling", "ECN");
        for (var bit = 0; bit < Integer.SIZE; bit++) {
            if ((mask >>> bit & 1) != 0) {
                names.add(bit < known.size() ? known.get(bit) : "0x%x".formatted(1 << bit));
            }
        }
        return names;
    }

    OpenFile unix(FileId id, UnixSkEntry socket, Location at) {
        return new OpenFile.UnixSocket(
                id,
                Integer.toUnsignedLong(socket.getIno()),
                new SocketType(socket.getType(), images.machine()),
                new SocketState(socket.getState()),
                name(socket.getName()),
                Integer.toUnsignedLong(socket.getPeer()),
                Fields.flags(socket.getFlags(), images.machine()),
                Integer.toUnsignedLong(socket.getBacklog()),
                SocketOptionReader.of(socket),
                socket.getDeleted(),
                at);
    }

    /// An abstract name begins with a NUL; a path may end with one. As `/proc/net/unix` writes them.
    private static String name(ByteString bytes) {
        if (bytes.isEmpty()) {
            return "";
        }
        if (bytes.byteAt(0) == 0) {
            return "@" + EvidenceText.of(bytes.substring(1)).replace('\0', '@');
        }
        var end = bytes.size();
        while (end > 0 && bytes.byteAt(end - 1) == 0) {
            end--;
        }
        return EvidenceText.of(bytes.substring(0, end));
    }

    OpenFile netlink(FileId id, NetlinkSkEntry socket, Location at) {
        return new OpenFile.NetlinkSocket(
                id,
                Integer.toUnsignedLong(socket.getIno()),
                socket.getProtocol(),
                new SocketState(socket.getState()),
                Integer.toUnsignedLong(socket.getPortid()),
                Fields.flags(socket.getFlags(), images.machine()),
                SocketOptionReader.of(socket),
                at);
    }

    OpenFile packet(FileId id, PacketSockEntry socket, Location at) {
        return new OpenFile.PacketSocket(
                id,
                new SocketType(socket.getType(), images.machine()),
                hostOrder(socket.getProtocol()),
                socket.getIfindex(),
                Fields.flags(socket.getFlags(), images.machine()),
                SocketOptionReader.of(socket),
                at);
    }

    /// The kernel keeps the protocol of a packet socket in network byte order, and CRIU writes it so.
    private int hostOrder(int protocol) {
        return byteOrder == ByteOrder.BIG_ENDIAN
                ? protocol
                : Short.toUnsignedInt(Short.reverseBytes((short) protocol));
    }
}
