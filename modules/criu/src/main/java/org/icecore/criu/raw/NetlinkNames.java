package org.icecore.criu.raw;

import java.util.ArrayList;
import java.util.Map;

/// Names of numbers and bits in netlink messages, as in the kernel's headers; numbers without a name as numbers, bits
/// without one in hexadecimal.
final class NetlinkNames {

    private static final Map<Long, String> TYPES =
            Map.ofEntries(
                    Map.entry(1L, "NLMSG_NOOP"),
                    Map.entry(2L, "NLMSG_ERROR"),
                    Map.entry(3L, "NLMSG_DONE"),
                    Map.entry(4L, "NLMSG_OVERRUN"),
                    Map.entry(20L, "RTM_NEWADDR"),
                    Map.entry(21L, "RTM_DELADDR"),
                    Map.entry(24L, "RTM_NEWROUTE"),
                    Map.entry(25L, "RTM_DELROUTE"),
                    Map.entry(32L, "RTM_NEWRULE"),
                    Map.entry(33L, "RTM_DELRULE"),
                    Map.entry(0x100L, "IPCTNL_MSG_CT_NEW"),
                    Map.entry(0x102L, "IPCTNL_MSG_CT_DELETE"),
                    Map.entry(0x200L, "IPCTNL_MSG_EXP_NEW"),
                    Map.entry(0x202L, "IPCTNL_MSG_EXP_DELETE"));

    private static final Map<Long, String> FAMILIES =
            Map.of(
                    0L, "UNSPEC",
                    1L, "UNIX",
                    2L, "INET",
                    7L, "BRIDGE",
                    10L, "INET6",
                    17L, "PACKET",
                    28L, "MPLS");

    private static final Map<Long, String> SCOPES =
            Map.of(0L, "UNIVERSE", 200L, "SITE", 253L, "LINK", 254L, "HOST", 255L, "NOWHERE");

    private static final Map<Long, String> TABLES =
            Map.of(0L, "UNSPEC", 252L, "COMPAT", 253L, "DEFAULT", 254L, "MAIN", 255L, "LOCAL");

    private static final Map<Long, String> ROUTE_PROTOCOLS =
            Map.of(
                    0L, "UNSPEC",
                    1L, "REDIRECT",
                    2L, "KERNEL",
                    3L, "BOOT",
                    4L, "STATIC",
                    9L, "RA",
                    16L, "DHCP",
                    186L, "BGP",
                    188L, "OSPF");

    private static final String[] ROUTE_TYPES = {
        "UNSPEC",
        "UNICAST",
        "LOCAL",
        "BROADCAST",
        "ANYCAST",
        "MULTICAST",
        "BLACKHOLE",
        "UNREACHABLE",
        "PROHIBIT",
        "THROW",
        "NAT",
        "XRESOLVE"
    };

    private static final String[] RULE_ACTIONS = {
        "UNSPEC", "TO_TBL", "GOTO", "NOP", "RES3", "RES4", "BLACKHOLE", "UNREACHABLE", "PROHIBIT"
    };

    private static final String[] TCP_STATES = {
        "NONE",
        "SYN_SENT",
        "SYN_RECV",
        "ESTABLISHED",
        "FIN_WAIT",
        "CLOSE_WAIT",
        "LAST_ACK",
        "TIME_WAIT",
        "CLOSE",
        "SYN_SENT2"
    };

    private static final Map<Long, String> PROTOCOLS =
            Map.ofEntries(
                    Map.entry(1L, "ICMP"),
                    Map.entry(2L, "IGMP"),
                    Map.entry(6L, "TCP"),
                    Map.entry(17L, "UDP"),
                    Map.entry(33L, "DCCP"),
                    Map.entry(41L, "IPV6"),
                    Map.entry(47L, "GRE"),
                    Map.entry(50L, "ESP"),
                    Map.entry(51L, "AH"),
                    Map.entry(58L, "ICMPV6"),
                    Map.entry(132L, "SCTP"),
                    Map.entry(136L, "UDPLITE"));

    private NetlinkNames() {}

    static String messageType(long type) {
        return name(TYPES, type);
    }

    /// Of a message that a kernel sends.
    static String messageFlags(long flags) {
        return bits(
                flags,
                "NLM_F_REQUEST",
                "NLM_F_MULTI",
                "NLM_F_ACK",
                "NLM_F_ECHO",
                "NLM_F_DUMP_INTR",
                "NLM_F_DUMP_FILTERED");
    }

    static String family(long family) {
        return name(FAMILIES, family);
    }

    static String scope(long scope) {
        return name(SCOPES, scope);
    }

    static String table(long table) {
        return name(TABLES, table);
    }

    static String routeProtocol(long protocol) {
        return name(ROUTE_PROTOCOLS, protocol);
    }

    static String routeType(long type) {
        return name(ROUTE_TYPES, type);
    }

    static String ruleAction(long action) {
        return name(RULE_ACTIONS, action);
    }

    static String tcpState(long state) {
        return name(TCP_STATES, state);
    }

    static String protocol(long protocol) {
        return name(PROTOCOLS, protocol);
    }

    /// The first bit means something else for IPv4 (secondary) than for IPv6 (temporary).
    static String addressFlags(long flags) {
        return bits(
                flags,
                "IFA_F_SECONDARY",
                "IFA_F_NODAD",
                "IFA_F_OPTIMISTIC",
                "IFA_F_DADFAILED",
                "IFA_F_HOMEADDRESS",
                "IFA_F_DEPRECATED",
                "IFA_F_TENTATIVE",
                "IFA_F_PERMANENT",
                "IFA_F_MANAGETEMPADDR",
                "IFA_F_NOPREFIXROUTE",
                "IFA_F_MCAUTOJOIN",
                "IFA_F_STABLE_PRIVACY");
    }

    static String routeFlags(int flags) {
        return bits(
                Integer.toUnsignedLong(flags),
                "RTNH_F_DEAD",
                "RTNH_F_PERVASIVE",
                "RTNH_F_ONLINK",
                "RTNH_F_OFFLOAD",
                "RTNH_F_LINKDOWN",
                "RTNH_F_UNRESOLVED",
                "RTNH_F_TRAP",
                "",
                "RTM_F_NOTIFY",
                "RTM_F_CLONED",
                "RTM_F_EQUALIZE",
                "RTM_F_PREFIX",
                "RTM_F_LOOKUP_TABLE",
                "RTM_F_FIB_MATCH",
                "RTM_F_OFFLOAD",
                "RTM_F_TRAP");
    }

    static String ruleFlags(int flags) {
        return bits(
                Integer.toUnsignedLong(flags),
                "FIB_RULE_PERMANENT",
                "FIB_RULE_INVERT",
                "FIB_RULE_UNRESOLVED",
                "FIB_RULE_IIF_DETACHED",
                "FIB_RULE_OIF_DETACHED");
    }

    static String connectionStatus(long status) {
        return bits(
                status,
                "IPS_EXPECTED",
                "IPS_SEEN_REPLY",
                "IPS_ASSURED",
                "IPS_CONFIRMED",
                "IPS_SRC_NAT",
                "IPS_DST_NAT",
                "IPS_SEQ_ADJUST",
                "IPS_SRC_NAT_DONE",
                "IPS_DST_NAT_DONE",
                "IPS_DYING",
                "IPS_FIXED_TIMEOUT",
                "IPS_TEMPLATE",
                "IPS_UNTRACKED",
                "IPS_HELPER",
                "IPS_OFFLOAD",
                "IPS_HW_OFFLOAD");
    }

    /// Of one side of a connection; source: `IP_CT_TCP_FLAG_*` in `linux/netfilter/nf_conntrack_tcp.h`.
    static String trackedTcpFlags(long flags) {
        return bits(
                flags,
                "IP_CT_TCP_FLAG_WINDOW_SCALE",
                "IP_CT_TCP_FLAG_SACK_PERM",
                "IP_CT_TCP_FLAG_CLOSE_INIT",
                "IP_CT_TCP_FLAG_BE_LIBERAL",
                "IP_CT_TCP_FLAG_DATA_UNACKNOWLEDGED",
                "IP_CT_TCP_FLAG_MAXACK_SET",
                "IP_CT_EXP_CHALLENGE_ACK",
                "IP_CT_TCP_SIMULTANEOUS_OPEN");
    }

    private static String name(Map<Long, String> names, long number) {
        return names.getOrDefault(number, Long.toString(number));
    }

    private static String name(String[] names, long number) {
        return number < names.length ? names[(int) number] : Long.toString(number);
    }

    private static String bits(long value, String... names) {
        var found = new ArrayList<String>();
        long rest = value;
        for (int i = 0; i < names.length; i++) {
            if ((value >>> i & 1) != 0 && !names[i].isEmpty()) {
                found.add(names[i]);
                rest &= ~(1L << i);
            }
        }
        if (rest != 0) {
            found.add("0x" + Long.toHexString(rest));
        }
        return String.join(" | ", found);
    }
}
