package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.icecore.checkpoint.file.SocketOption;
import org.icecore.checkpoint.file.SocketOptions;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.NetlinkSkEntry;
import org.icecore.criu.proto.PacketMclist;
import org.icecore.criu.proto.PacketRing;
import org.icecore.criu.proto.PacketSockEntry;
import org.icecore.criu.proto.SkOptsEntry;
import org.icecore.criu.proto.SkShutdown;
import org.icecore.criu.proto.TcpStreamEntry;
import org.icecore.criu.proto.UnixSkEntry;
import org.icecore.criu.raw.BpfInstruction;
import org.icecore.criu.raw.BpfProgram;

/// Reads the options of sockets. What is off, zero or not recorded is not named.
final class SocketOptionReader {

    /// Of a packet socket that shares its frames with no other.
    private static final int NO_FANOUT = -1;

    /// Far more than the kernel allows, so that a hostile image does not make a list of millions.
    private static final int MOST_GROUPS = 1024;

    private static final int ICMP6_WORDS = 8;

    /// More are told by their number.
    private static final int MOST_TYPES = 32;

    private final List<SocketOption> found = new ArrayList<>();

    private SocketOptionReader() {}

    static SocketOptions of(SkOptsEntry options) {
        return new SocketOptions(
                Integer.toUnsignedLong(options.getSoSndbuf()),
                Integer.toUnsignedLong(options.getSoRcvbuf()),
                options.getReuseaddr(),
                options.getSoKeepalive(),
                filter(options),
                new SocketOptionReader().ofAnySocket(options),
                UnrecordedOptions.of(options));
    }

    private static List<String> filter(SkOptsEntry options) {
        var words = options.getSoFilterList().stream().mapToLong(Long::longValue).toArray();
        return BpfProgram.of(words, BpfProgram.Use.SOCKET).instructions().stream()
                .map(BpfInstruction::line)
                .toList();
    }

    /// With those of IP and TCP.
    ///
    /// @param stream what was dumped of its connection: before CRIU 4.0 it told some options, which now lie with the socket
    static SocketOptions of(InetSkEntry socket, Optional<TcpStreamEntry> stream) {
        return of(socket.getOpts())
                .with(
                        new SocketOptionReader().ofInternet(socket, stream),
                        UnrecordedOptions.of(socket, stream.isPresent()));
    }

    /// With what is shut down, and its file.
    static SocketOptions of(UnixSkEntry socket) {
        var reader = new SocketOptionReader();
        reader.shutdown(socket.getShutdown());
        if (socket.hasNameDir()) {
            reader.words("named from", EvidenceText.of(socket.getNameDirBytes()));
        }
        if (socket.hasFilePerms()) {
            var file = socket.getFilePerms();
            reader.words("file mode", "%04o".formatted(file.getMode() & 07777));
            reader.words(
                    "owner",
                    "%s:%s"
                            .formatted(
                                    Integer.toUnsignedString(file.getUid()),
                                    Integer.toUnsignedString(file.getGid())));
        }
        reader.set("file deleted", socket.getDeleted());
        reader.special(socket.getUflags());
        return of(socket.getOpts())
                .with(reader.found, UnrecordedOptions.ofCredentials(socket.getOpts()));
    }

    /// Why CRIU does not treat a Unix socket as it treats others.
    private void special(int bits) {
        set("outside of the dump", (bits & 1) != 0);
        set("connected to CRIU", (bits & 2) != 0);
        set("dumped by a plugin", (bits & 4) != 0);
        set("handed in at restore", (bits & 8) != 0);
        if ((bits & ~0xf) != 0) {
            words("marked by CRIU", "0x%x".formatted(bits & ~0xf));
        }
    }

    /// With the groups it listens to.
    static SocketOptions of(NetlinkSkEntry socket) {
        var reader = new SocketOptionReader();
        for (var word = 0; word < Math.min(socket.getGroupsCount(), MOST_GROUPS); word++) {
            for (var bit = 0; bit < Integer.SIZE; bit++) {
                if ((socket.getGroups(word) >>> bit & 1) != 0) {
                    reader.found.add(
                            new SocketOption.Count(
                                    "NETLINK_ADD_MEMBERSHIP", word * Integer.SIZE + bit + 1L));
                }
            }
        }
        reader.number("sends to port", socket.getDstPortid());
        reader.number("sends to group", socket.getDstGroup());
        return of(socket.getOpts())
                .with(reader.found, UnrecordedOptions.ofCredentials(socket.getOpts()));
    }

    /// With its rings and what it shares.
    static SocketOptions of(PacketSockEntry socket) {
        var reader = new SocketOptionReader();
        if (socket.getVersion() != 0) {
            reader.words("PACKET_VERSION", "TPACKET_V" + (socket.getVersion() + 1L));
        }
        reader.number("PACKET_RESERVE", socket.getReserve());
        reader.set("PACKET_AUXDATA", socket.getAuxData());
        reader.set("PACKET_ORIGDEV", socket.getOrigDev());
        reader.set("PACKET_VNET_HDR", socket.getVnetHdr());
        reader.set("PACKET_LOSS", socket.getLoss());
        reader.number("PACKET_TIMESTAMP", socket.getTimestamp());
        reader.number("PACKET_COPY_THRESH", socket.getCopyThresh());
        socket.getMclistList().stream().limit(MOST_GROUPS).forEach(reader::membership);
        if (socket.hasFanout() && socket.getFanout() != NO_FANOUT) {
            reader.words(
                    "PACKET_FANOUT",
                    "group %d, mode 0x%x"
                            .formatted(socket.getFanout() & 0xffff, socket.getFanout() >>> 16));
        }
        if (socket.hasRxRing()) {
            reader.ring("PACKET_RX_RING", socket.getRxRing());
        }
        if (socket.hasTxRing()) {
            reader.ring("PACKET_TX_RING", socket.getTxRing());
        }
        return of(socket.getOpts()).with(reader.found, List.of());
    }

    private void membership(PacketMclist member) {
        var kind =
                switch (member.getType()) {
                    case 0 -> "multicast";
                    case 1 -> "promiscuous";
                    case 2 -> "all multicast";
                    case 3 -> "unicast";
                    default -> "type " + Integer.toUnsignedString(member.getType());
                };
        words(
                "PACKET_ADD_MEMBERSHIP",
                "%s on interface %s%s"
                        .formatted(
                                kind,
                                Integer.toUnsignedString(member.getIndex()),
                                member.getAddr().isEmpty()
                                        ? ""
                                        : " "
                                                + HexFormat.ofDelimiter(":")
                                                        .formatHex(
                                                                member.getAddr().toByteArray())));
    }

    private void ring(String name, PacketRing ring) {
        words(
                name,
                "%s blocks of %s bytes, %s frames of %s bytes%s%s%s"
                        .formatted(
                                Integer.toUnsignedString(ring.getBlockNr()),
                                Integer.toUnsignedString(ring.getBlockSize()),
                                Integer.toUnsignedString(ring.getFrameNr()),
                                Integer.toUnsignedString(ring.getFrameSize()),
                                part(ring.getRetireTmo(), ", handed over after %s ms"),
                                part(ring.getSizeofPriv(), ", %s bytes of each kept"),
                                ring.getFeatures() == 0
                                        ? ""
                                        : ", features 0x%x".formatted(ring.getFeatures())));
    }

    private static String part(int number, String text) {
        return number == 0 ? "" : text.formatted(Integer.toUnsignedString(number));
    }

    /// How the argument of `shutdown` is called.
    private void shutdown(SkShutdown how) {
        switch (how) {
            case NONE -> {
                // Both directions are open.
            }
            case READ -> set("SHUT_RD", true);
            case WRITE -> set("SHUT_WR", true);
            case BOTH -> set("SHUT_RDWR", true);
        }
    }

    private List<SocketOption> ofAnySocket(SkOptsEntry options) {
        set("SO_REUSEPORT", options.getSoReuseport());
        set("SO_BROADCAST", options.getSoBroadcast());
        set("SO_PASSCRED", options.getSoPasscred());
        set("SO_PASSSEC", options.getSoPasssec());
        set("SO_DONTROUTE", options.getSoDontroute());
        set("SO_NO_CHECK", options.getSoNoCheck());
        set("SO_OOBINLINE", options.getSoOobinline() != 0);
        if (options.hasSoLinger()) {
            words("SO_LINGER", Integer.toUnsignedString(options.getSoLinger()) + " s");
        }
        number("SO_MARK", options.getSoMark());
        number("SO_PRIORITY", options.getSoPriority());
        // 1 is what each socket begins with.
        number("SO_RCVLOWAT", options.getSoRcvlowat() == 1 ? 0 : options.getSoRcvlowat());
        if (options.hasSoBoundDev() && !options.getSoBoundDevBytes().isEmpty()) {
            words("SO_BINDTODEVICE", EvidenceText.of(options.getSoBoundDevBytes()));
        }
        locks(options.getSoBufLock());
        limit("SO_SNDTIMEO", options.getSoSndTmoSec(), options.getSoSndTmoUsec());
        limit("SO_RCVTIMEO", options.getSoRcvTmoSec(), options.getSoRcvTmoUsec());
        return found;
    }

    /// Sizes that the task set itself, SOCK_SNDBUF_LOCK and SOCK_RCVBUF_LOCK; the kernel leaves those alone.
    private void locks(int bits) {
        switch (bits) {
            case 0 -> {
                // The kernel sizes both.
            }
            case 1 -> words("SO_BUF_LOCK", "send");
            case 2 -> words("SO_BUF_LOCK", "receive");
            case 3 -> words("SO_BUF_LOCK", "send and receive");
            default -> words("SO_BUF_LOCK", "0x%x".formatted(bits));
        }
    }

    private List<SocketOption> ofInternet(InetSkEntry socket, Optional<TcpStreamEntry> stream) {
        shutdown(socket.getShutdown());
        set("IPV6_V6ONLY", socket.getV6Only());
        var ip = socket.getIpOpts();
        set("IP_FREEBIND", ip.getFreebind());
        set("IP_PKTINFO", ip.getPktinfo());
        set("IP_HDRINCL", ip.getRaw().getHdrincl());
        set("IP_NODEFRAG", ip.getRaw().getNodefrag());
        blocked(ip.getRaw().getIcmpvFilterList());
        number("IP_TOS", ip.getTos());
        number("IP_TTL", ip.getTtl());
        var tcp = socket.getTcpOpts();
        set("TCP_CORK", tcp.getCork() || stream.filter(TcpStreamEntry::getCork).isPresent());
        set(
                "TCP_NODELAY",
                tcp.getNodelay() || stream.filter(TcpStreamEntry::getNodelay).isPresent());
        var options = socket.getOpts();
        if (options.getSoKeepalive()) {
            number("TCP_KEEPCNT", tcp.hasKeepcnt() ? tcp.getKeepcnt() : options.getTcpKeepcnt());
            number(
                    "TCP_KEEPIDLE",
                    tcp.hasKeepidle() ? tcp.getKeepidle() : options.getTcpKeepidle());
            number(
                    "TCP_KEEPINTVL",
                    tcp.hasKeepintvl() ? tcp.getKeepintvl() : options.getTcpKeepintvl());
        }
        return found;
    }

    /// Types of messages that a raw socket does not get: one bit each, of ICMP in one word, of ICMPv6 in eight.
    private void blocked(List<Integer> words) {
        var types =
                IntStream.range(0, Math.min(words.size(), ICMP6_WORDS) * Integer.SIZE)
                        .filter(type -> (words.get(type >> 5) >>> (type & 31) & 1) != 0)
                        .mapToObj(Integer::toString)
                        .toList();
        if (!types.isEmpty()) {
            words(
                    words.size() == 1 ? "ICMP_FILTER" : "ICMP6_FILTER",
                    types.size() > MOST_TYPES
                            ? "blocks %d types".formatted(types.size())
                            : "blocks types " + String.join(" ", types));
        }
    }

    private void set(String name, boolean set) {
        if (set) {
            found.add(new SocketOption.Switch(name));
        }
    }

    private void number(String name, int value) {
        if (value != 0) {
            found.add(new SocketOption.Count(name, Integer.toUnsignedLong(value)));
        }
    }

    private void limit(String name, long seconds, long micros) {
        if (seconds != 0 || micros != 0) {
            words(
                    name,
                    micros == 0
                            ? Long.toUnsignedString(seconds) + " s"
                            : "%s s %s µs"
                                    .formatted(
                                            Long.toUnsignedString(seconds),
                                            Long.toUnsignedString(micros)));
        }
    }

    private void words(String name, String value) {
        found.add(new SocketOption.Words(name, value));
    }
}
