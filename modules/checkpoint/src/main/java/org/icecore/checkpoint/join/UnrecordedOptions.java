package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import org.icecore.criu.proto.InetSkEntry;
import org.icecore.criu.proto.SkOptsEntry;

/// Names the options that a socket may have although its entry has nothing of them, because CRIU as it was did not ask for them.
///
/// Some options CRIU always writes, on or off, since it knows them: without their field it did not. Others it writes only where
/// they are on: without their field they are off if another field shows that the release knew them, and untold otherwise.
final class UnrecordedOptions {

    private static final int INET6 = 10;
    private static final int TCP = 6;
    private static final int RAW = 3;

    private final List<String> untold = new ArrayList<>();

    private UnrecordedOptions() {}

    /// Those of a socket of any family.
    static List<String> of(SkOptsEntry options) {
        var names = new UnrecordedOptions();
        names.unless(options.hasReuseaddr(), "SO_REUSEADDR");
        names.unless(options.hasSoReuseport(), "SO_REUSEPORT");
        names.unless(options.hasSoKeepalive(), "SO_KEEPALIVE");
        names.unless(options.hasSoBroadcast(), "SO_BROADCAST");
        names.unless(options.hasSoDontroute(), "SO_DONTROUTE");
        names.unless(options.hasSoNoCheck(), "SO_NO_CHECK");
        names.unless(options.hasSoOobinline(), "SO_OOBINLINE");
        // Came in one release with SO_OOBINLINE, and is written only where it is on.
        names.unless(options.hasSoLinger() || options.hasSoOobinline(), "SO_LINGER");
        names.unless(options.hasSoPriority(), "SO_PRIORITY");
        // Likewise with SO_PRIORITY.
        names.unless(options.hasSoMark() || options.hasSoPriority(), "SO_MARK");
        names.unless(options.hasSoRcvlowat(), "SO_RCVLOWAT");
        names.unless(options.hasSoBufLock(), "SO_BUF_LOCK");
        return names.untold;
    }

    /// Those about the credentials of senders, which only Unix and netlink sockets have.
    static List<String> ofCredentials(SkOptsEntry options) {
        var names = new UnrecordedOptions();
        names.unless(options.hasSoPasscred(), "SO_PASSCRED");
        names.unless(options.hasSoPasssec(), "SO_PASSSEC");
        return names.untold;
    }

    /// Those of IP and TCP. Since CRIU 4.0 each internet socket has a part for TCP, and what the parts do not name is off.
    ///
    /// @param connected whether there is an image of its connection, which told some of them before
    static List<String> of(InetSkEntry socket, boolean connected) {
        var names = new UnrecordedOptions();
        names.unless(socket.getFamily() != INET6 || socket.hasV6Only(), "IPV6_V6ONLY");
        names.unless(socket.hasIpOpts(), "IP_FREEBIND");
        if (!socket.hasTcpOpts()) {
            names.ofIpBefore(socket);
            if (socket.getProto() == TCP && socket.getType() != RAW) {
                names.ofTcpBefore(socket.getOpts(), connected);
            }
        }
        return names.untold;
    }

    private void ofIpBefore(InetSkEntry socket) {
        var ip = socket.getIpOpts();
        unless(ip.hasPktinfo(), "IP_PKTINFO");
        unless(socket.getFamily() == INET6 || ip.hasTos(), "IP_TOS");
        unless(socket.getFamily() == INET6 || ip.hasTtl(), "IP_TTL");
    }

    private void ofTcpBefore(SkOptsEntry options, boolean connected) {
        unless(connected, "TCP_CORK");
        unless(connected, "TCP_NODELAY");
        var never = options.hasSoKeepalive() && !options.getSoKeepalive();
        unless(never || options.hasTcpKeepcnt(), "TCP_KEEPCNT");
        unless(never || options.hasTcpKeepidle(), "TCP_KEEPIDLE");
        unless(never || options.hasTcpKeepintvl(), "TCP_KEEPINTVL");
    }

    private void unless(boolean told, String name) {
        if (!told) {
            untold.add(name);
        }
    }
}
