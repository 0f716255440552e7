package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import org.icecore.checkpoint.file.SocketOptions;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.SkOptsEntry;

/// Reads the options of sockets. What is off, zero or not recorded is not named.
final class SocketOptionReader {

    private final List<String> names = new ArrayList<>();

    private SocketOptionReader() {}

    static SocketOptions of(SkOptsEntry options) {
        return new SocketOptions(
                Integer.toUnsignedLong(options.getSoSndbuf()),
                Integer.toUnsignedLong(options.getSoRcvbuf()),
                options.getReuseaddr(),
                options.getSoKeepalive(),
                options.getSoFilterCount(),
                new SocketOptionReader().ofAnySocket(options));
    }

    /// With those of IP and TCP.
    static SocketOptions of(InetSkEntry socket) {
        return of(socket.getOpts()).with(new SocketOptionReader().ofInternet(socket));
    }

    private List<String> ofAnySocket(SkOptsEntry options) {
        set("SO_REUSEPORT", options.getSoReuseport());
        set("SO_BROADCAST", options.getSoBroadcast());
        set("SO_PASSCRED", options.getSoPasscred());
        set("SO_PASSSEC", options.getSoPasssec());
        set("SO_DONTROUTE", options.getSoDontroute());
        set("SO_NO_CHECK", options.getSoNoCheck());
        set("SO_OOBINLINE", options.getSoOobinline() != 0);
        if (options.hasSoLinger()) {
            names.add("SO_LINGER %s s".formatted(Integer.toUnsignedString(options.getSoLinger())));
        }
        number("SO_MARK", options.getSoMark());
        number("SO_PRIORITY", options.getSoPriority());
        // 1 is what each socket begins with.
        number("SO_RCVLOWAT", options.getSoRcvlowat() == 1 ? 0 : options.getSoRcvlowat());
        if (options.hasSoBoundDev() && !options.getSoBoundDevBytes().isEmpty()) {
            names.add("SO_BINDTODEVICE " + EvidenceText.of(options.getSoBoundDevBytes()));
        }
        limit("SO_SNDTIMEO", options.getSoSndTmoSec(), options.getSoSndTmoUsec());
        limit("SO_RCVTIMEO", options.getSoRcvTmoSec(), options.getSoRcvTmoUsec());
        return names;
    }

    private List<String> ofInternet(InetSkEntry socket) {
        set("IPV6_V6ONLY", socket.getV6Only());
        var ip = socket.getIpOpts();
        set("IP_FREEBIND", ip.getFreebind());
        set("IP_PKTINFO", ip.getPktinfo());
        set("IP_HDRINCL", ip.getRaw().getHdrincl());
        set("IP_NODEFRAG", ip.getRaw().getNodefrag());
        number("IP_TOS", ip.getTos());
        number("IP_TTL", ip.getTtl());
        var tcp = socket.getTcpOpts();
        set("TCP_CORK", tcp.getCork());
        set("TCP_NODELAY", tcp.getNodelay());
        if (socket.getOpts().getSoKeepalive()) {
            number("TCP_KEEPCNT", tcp.getKeepcnt());
            number("TCP_KEEPIDLE", tcp.getKeepidle());
            number("TCP_KEEPINTVL", tcp.getKeepintvl());
        }
        return names;
    }

    private void set(String name, boolean set) {
        if (set) {
            names.add(name);
        }
    }

    private void number(String name, int value) {
        if (value != 0) {
            names.add("%s %s".formatted(name, Integer.toUnsignedString(value)));
        }
    }

    private void limit(String name, long seconds, long micros) {
        if (seconds != 0 || micros != 0) {
            names.add(
                    micros == 0
                            ? "%s %s s".formatted(name, Long.toUnsignedString(seconds))
                            : "%s %s s %s µs"
                                    .formatted(
                                            name,
                                            Long.toUnsignedString(seconds),
                                            Long.toUnsignedString(micros)));
        }
    }
}
