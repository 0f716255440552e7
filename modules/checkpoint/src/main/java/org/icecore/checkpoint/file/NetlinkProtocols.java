package org.icecore.checkpoint.file;

import java.util.List;

/// NETLINK_* of include/uapi/linux/netlink.h.
final class NetlinkProtocols {

    private static final List<String> NAMES =
            List.of(
                    "ROUTE",
                    "UNUSED",
                    "USERSOCK",
                    "FIREWALL",
                    "SOCK_DIAG",
                    "NFLOG",
                    "XFRM",
                    "SELINUX",
                    "ISCSI",
                    "AUDIT",
                    "FIB_LOOKUP",
                    "CONNECTOR",
                    "NETFILTER",
                    "IP6_FW",
                    "DNRTMSG",
                    "KOBJECT_UEVENT",
                    "GENERIC",
                    "",
                    "SCSITRANSPORT",
                    "ECRYPTFS",
                    "RDMA",
                    "CRYPTO",
                    "SMC");

    private NetlinkProtocols() {}

    static String name(int protocol) {
        return protocol >= 0 && protocol < NAMES.size() && !NAMES.get(protocol).isEmpty()
                ? "NETLINK_" + NAMES.get(protocol)
                : "protocol " + Integer.toUnsignedString(protocol);
    }
}
