package org.icecore.criu.raw;

import static java.util.Map.entry;

import java.util.Map;
import org.icecore.criu.raw.AttributeType.Form;

/// The attributes of rtnetlink and of connection tracking.
///
/// Source: `linux/if_addr.h`, `linux/rtnetlink.h`, `linux/fib_rules.h`, `linux/netfilter/nfnetlink_conntrack.h`.
final class NetlinkTables {

    static final Map<Integer, AttributeType> ADDRESS =
            Map.ofEntries(
                    entry(1, AttributeType.of("IFA_ADDRESS", Form.ADDRESS)),
                    entry(2, AttributeType.of("IFA_LOCAL", Form.ADDRESS)),
                    entry(3, AttributeType.of("IFA_LABEL", Form.TEXT)),
                    entry(4, AttributeType.of("IFA_BROADCAST", Form.ADDRESS)),
                    entry(5, AttributeType.of("IFA_ANYCAST", Form.ADDRESS)),
                    entry(6, AttributeType.of("IFA_CACHEINFO", Form.ADDRESS_LIFETIME)),
                    entry(7, AttributeType.of("IFA_MULTICAST", Form.ADDRESS)),
                    entry(8, AttributeType.of("IFA_FLAGS", Form.ADDRESS_FLAGS)),
                    entry(9, AttributeType.of("IFA_RT_PRIORITY", Form.NUMBER)),
                    entry(10, AttributeType.of("IFA_TARGET_NETNSID", Form.NUMBER)),
                    entry(11, AttributeType.of("IFA_PROTO", Form.NUMBER)));

    private static final Map<Integer, AttributeType> METRICS =
            Map.ofEntries(
                    entry(1, AttributeType.of("RTAX_LOCK", Form.NUMBER)),
                    entry(2, AttributeType.of("RTAX_MTU", Form.NUMBER)),
                    entry(3, AttributeType.of("RTAX_WINDOW", Form.NUMBER)),
                    entry(4, AttributeType.of("RTAX_RTT", Form.NUMBER)),
                    entry(5, AttributeType.of("RTAX_RTTVAR", Form.NUMBER)),
                    entry(6, AttributeType.of("RTAX_SSTHRESH", Form.NUMBER)),
                    entry(7, AttributeType.of("RTAX_CWND", Form.NUMBER)),
                    entry(8, AttributeType.of("RTAX_ADVMSS", Form.NUMBER)),
                    entry(9, AttributeType.of("RTAX_REORDERING", Form.NUMBER)),
                    entry(10, AttributeType.of("RTAX_HOPLIMIT", Form.NUMBER)),
                    entry(11, AttributeType.of("RTAX_INITCWND", Form.NUMBER)),
                    entry(12, AttributeType.of("RTAX_FEATURES", Form.NUMBER)),
                    entry(13, AttributeType.of("RTAX_RTO_MIN", Form.NUMBER)),
                    entry(14, AttributeType.of("RTAX_INITRWND", Form.NUMBER)),
                    entry(15, AttributeType.of("RTAX_QUICKACK", Form.NUMBER)),
                    entry(16, AttributeType.of("RTAX_CC_ALGO", Form.TEXT)),
                    entry(17, AttributeType.of("RTAX_FASTOPEN_NO_COOKIE", Form.NUMBER)));

    /// What stands behind one of several gateways; the kernel nests no further ones in it.
    private static final Map<Integer, AttributeType> NEXT_HOP =
            Map.of(
                    5, AttributeType.of("RTA_GATEWAY", Form.ADDRESS),
                    11, AttributeType.of("RTA_FLOW", Form.NUMBER),
                    18, AttributeType.of("RTA_VIA", Form.VIA),
                    19, AttributeType.of("RTA_NEWDST", Form.ADDRESS),
                    21, AttributeType.of("RTA_ENCAP_TYPE", Form.NUMBER),
                    22, AttributeType.of("RTA_ENCAP", Form.BYTES));

    static final Map<Integer, AttributeType> ROUTE =
            Map.ofEntries(
                    entry(1, AttributeType.of("RTA_DST", Form.ADDRESS)),
                    entry(2, AttributeType.of("RTA_SRC", Form.ADDRESS)),
                    entry(3, AttributeType.of("RTA_IIF", Form.NUMBER)),
                    entry(4, AttributeType.of("RTA_OIF", Form.NUMBER)),
                    entry(5, AttributeType.of("RTA_GATEWAY", Form.ADDRESS)),
                    entry(6, AttributeType.of("RTA_PRIORITY", Form.NUMBER)),
                    entry(7, AttributeType.of("RTA_PREFSRC", Form.ADDRESS)),
                    entry(8, AttributeType.nested("RTA_METRICS", METRICS)),
                    entry(9, new AttributeType("RTA_MULTIPATH", Form.NEXT_HOPS, NEXT_HOP)),
                    entry(10, AttributeType.of("RTA_PROTOINFO", Form.BYTES)),
                    entry(11, AttributeType.of("RTA_FLOW", Form.NUMBER)),
                    entry(12, AttributeType.of("RTA_CACHEINFO", Form.BYTES)),
                    entry(15, AttributeType.of("RTA_TABLE", Form.NUMBER)),
                    entry(16, AttributeType.of("RTA_MARK", Form.NUMBER)),
                    entry(17, AttributeType.of("RTA_MFC_STATS", Form.BYTES)),
                    entry(18, AttributeType.of("RTA_VIA", Form.VIA)),
                    entry(19, AttributeType.of("RTA_NEWDST", Form.ADDRESS)),
                    entry(20, AttributeType.of("RTA_PREF", Form.NUMBER)),
                    entry(21, AttributeType.of("RTA_ENCAP_TYPE", Form.NUMBER)),
                    entry(22, AttributeType.of("RTA_ENCAP", Form.BYTES)),
                    entry(23, AttributeType.of("RTA_EXPIRES", Form.NUMBER)),
                    entry(25, AttributeType.of("RTA_UID", Form.NUMBER)),
                    entry(26, AttributeType.of("RTA_TTL_PROPAGATE", Form.NUMBER)),
                    entry(27, AttributeType.of("RTA_IP_PROTO", Form.PROTOCOL)),
                    entry(28, AttributeType.of("RTA_SPORT", Form.NETWORK_NUMBER)),
                    entry(29, AttributeType.of("RTA_DPORT", Form.NETWORK_NUMBER)),
                    entry(30, AttributeType.of("RTA_NH_ID", Form.NUMBER)));

    static final Map<Integer, AttributeType> RULE =
            Map.ofEntries(
                    entry(1, AttributeType.of("FRA_DST", Form.ADDRESS)),
                    entry(2, AttributeType.of("FRA_SRC", Form.ADDRESS)),
                    entry(3, AttributeType.of("FRA_IIFNAME", Form.TEXT)),
                    entry(4, AttributeType.of("FRA_GOTO", Form.NUMBER)),
                    entry(6, AttributeType.of("FRA_PRIORITY", Form.NUMBER)),
                    entry(10, AttributeType.of("FRA_FWMARK", Form.NUMBER)),
                    entry(11, AttributeType.of("FRA_FLOW", Form.NUMBER)),
                    entry(12, AttributeType.of("FRA_TUN_ID", Form.NETWORK_NUMBER)),
                    entry(13, AttributeType.of("FRA_SUPPRESS_IFGROUP", Form.SIGNED_NUMBER)),
                    entry(14, AttributeType.of("FRA_SUPPRESS_PREFIXLEN", Form.SIGNED_NUMBER)),
                    entry(15, AttributeType.of("FRA_TABLE", Form.NUMBER)),
                    entry(16, AttributeType.of("FRA_FWMASK", Form.NUMBER)),
                    entry(17, AttributeType.of("FRA_OIFNAME", Form.TEXT)),
                    entry(19, AttributeType.of("FRA_L3MDEV", Form.NUMBER)),
                    entry(20, AttributeType.of("FRA_UID_RANGE", Form.RANGE)),
                    entry(21, AttributeType.of("FRA_PROTOCOL", Form.NUMBER)),
                    entry(22, AttributeType.of("FRA_IP_PROTO", Form.PROTOCOL)),
                    entry(23, AttributeType.of("FRA_SPORT_RANGE", Form.RANGE)),
                    entry(24, AttributeType.of("FRA_DPORT_RANGE", Form.RANGE)),
                    entry(25, AttributeType.of("FRA_DSCP", Form.NUMBER)));

    private static final Map<Integer, AttributeType> TUPLE =
            Map.of(
                    1,
                    AttributeType.nested(
                            "CTA_TUPLE_IP",
                            Map.of(
                                    1, AttributeType.of("CTA_IP_V4_SRC", Form.ADDRESS),
                                    2, AttributeType.of("CTA_IP_V4_DST", Form.ADDRESS),
                                    3, AttributeType.of("CTA_IP_V6_SRC", Form.ADDRESS),
                                    4, AttributeType.of("CTA_IP_V6_DST", Form.ADDRESS))),
                    2,
                    AttributeType.nested(
                            "CTA_TUPLE_PROTO",
                            Map.of(
                                    1, AttributeType.of("CTA_PROTO_NUM", Form.PROTOCOL),
                                    2, AttributeType.of("CTA_PROTO_SRC_PORT", Form.NETWORK_NUMBER),
                                    3, AttributeType.of("CTA_PROTO_DST_PORT", Form.NETWORK_NUMBER),
                                    4, AttributeType.of("CTA_PROTO_ICMP_ID", Form.NETWORK_NUMBER),
                                    5, AttributeType.of("CTA_PROTO_ICMP_TYPE", Form.NUMBER),
                                    6, AttributeType.of("CTA_PROTO_ICMP_CODE", Form.NUMBER),
                                    7, AttributeType.of("CTA_PROTO_ICMPV6_ID", Form.NETWORK_NUMBER),
                                    8, AttributeType.of("CTA_PROTO_ICMPV6_TYPE", Form.NUMBER),
                                    9, AttributeType.of("CTA_PROTO_ICMPV6_CODE", Form.NUMBER))),
                    3,
                    AttributeType.of("CTA_TUPLE_ZONE", Form.NETWORK_NUMBER));

    private static final Map<Integer, AttributeType> PROTOCOL_STATE =
            Map.of(
                    1,
                    AttributeType.nested(
                            "CTA_PROTOINFO_TCP",
                            Map.of(
                                    1, AttributeType.of("CTA_PROTOINFO_TCP_STATE", Form.TCP_STATE),
                                    2, number("CTA_PROTOINFO_TCP_WSCALE_ORIGINAL"),
                                    3, number("CTA_PROTOINFO_TCP_WSCALE_REPLY"),
                                    4,
                                            AttributeType.of(
                                                    "CTA_PROTOINFO_TCP_FLAGS_ORIGINAL",
                                                    Form.TCP_FLAGS),
                                    5,
                                            AttributeType.of(
                                                    "CTA_PROTOINFO_TCP_FLAGS_REPLY",
                                                    Form.TCP_FLAGS))),
                    2,
                    AttributeType.nested(
                            "CTA_PROTOINFO_DCCP",
                            Map.of(
                                    1, number("CTA_PROTOINFO_DCCP_STATE"),
                                    2, number("CTA_PROTOINFO_DCCP_ROLE"),
                                    3, network("CTA_PROTOINFO_DCCP_HANDSHAKE_SEQ"))),
                    3,
                    AttributeType.nested(
                            "CTA_PROTOINFO_SCTP",
                            Map.of(
                                    1, number("CTA_PROTOINFO_SCTP_STATE"),
                                    2, network("CTA_PROTOINFO_SCTP_VTAG_ORIGINAL"),
                                    3, network("CTA_PROTOINFO_SCTP_VTAG_REPLY"))));

    private static final Map<Integer, AttributeType> COUNTERS =
            Map.of(
                    1, network("CTA_COUNTERS_PACKETS"),
                    2, network("CTA_COUNTERS_BYTES"),
                    3, network("CTA_COUNTERS32_PACKETS"),
                    4, network("CTA_COUNTERS32_BYTES"));

    private static final Map<Integer, AttributeType> SEQUENCE =
            Map.of(
                    1, network("CTA_SEQADJ_CORRECTION_POS"),
                    2, network("CTA_SEQADJ_OFFSET_BEFORE"),
                    3, network("CTA_SEQADJ_OFFSET_AFTER"));

    static final Map<Integer, AttributeType> CONNECTION =
            Map.ofEntries(
                    entry(1, AttributeType.nested("CTA_TUPLE_ORIG", TUPLE)),
                    entry(2, AttributeType.nested("CTA_TUPLE_REPLY", TUPLE)),
                    entry(3, AttributeType.of("CTA_STATUS", Form.CONNECTION_STATUS)),
                    entry(4, AttributeType.nested("CTA_PROTOINFO", PROTOCOL_STATE)),
                    entry(
                            5,
                            AttributeType.nested(
                                    "CTA_HELP",
                                    Map.of(
                                            1, AttributeType.of("CTA_HELP_NAME", Form.TEXT),
                                            2, bytes("CTA_HELP_INFO")))),
                    entry(6, bytes("CTA_NAT_SRC")),
                    entry(7, network("CTA_TIMEOUT")),
                    entry(8, network("CTA_MARK")),
                    entry(9, AttributeType.nested("CTA_COUNTERS_ORIG", COUNTERS)),
                    entry(10, AttributeType.nested("CTA_COUNTERS_REPLY", COUNTERS)),
                    entry(11, network("CTA_USE")),
                    entry(12, network("CTA_ID")),
                    entry(13, bytes("CTA_NAT_DST")),
                    entry(14, AttributeType.nested("CTA_TUPLE_MASTER", TUPLE)),
                    entry(15, AttributeType.nested("CTA_SEQ_ADJ_ORIG", SEQUENCE)),
                    entry(16, AttributeType.nested("CTA_SEQ_ADJ_REPLY", SEQUENCE)),
                    entry(17, network("CTA_SECMARK")),
                    entry(18, network("CTA_ZONE")),
                    entry(
                            19,
                            AttributeType.nested(
                                    "CTA_SECCTX",
                                    Map.of(1, AttributeType.of("CTA_SECCTX_NAME", Form.TEXT)))),
                    entry(
                            20,
                            AttributeType.nested(
                                    "CTA_TIMESTAMP",
                                    Map.of(
                                            1, AttributeType.of("CTA_TIMESTAMP_START", Form.TIME),
                                            2, AttributeType.of("CTA_TIMESTAMP_STOP", Form.TIME)))),
                    entry(21, network("CTA_MARK_MASK")),
                    entry(22, bytes("CTA_LABELS")),
                    entry(23, bytes("CTA_LABELS_MASK")));

    static final Map<Integer, AttributeType> EXPECTATION =
            Map.ofEntries(
                    entry(1, AttributeType.nested("CTA_EXPECT_MASTER", TUPLE)),
                    entry(2, AttributeType.nested("CTA_EXPECT_TUPLE", TUPLE)),
                    entry(3, AttributeType.nested("CTA_EXPECT_MASK", TUPLE)),
                    entry(4, network("CTA_EXPECT_TIMEOUT")),
                    entry(5, network("CTA_EXPECT_ID")),
                    entry(6, AttributeType.of("CTA_EXPECT_HELP_NAME", Form.TEXT)),
                    entry(7, network("CTA_EXPECT_ZONE")),
                    entry(8, network("CTA_EXPECT_FLAGS")),
                    entry(9, network("CTA_EXPECT_CLASS")),
                    entry(
                            10,
                            AttributeType.nested(
                                    "CTA_EXPECT_NAT",
                                    Map.of(
                                            1, network("CTA_EXPECT_NAT_DIR"),
                                            2,
                                                    AttributeType.nested(
                                                            "CTA_EXPECT_NAT_TUPLE", TUPLE)))),
                    entry(11, AttributeType.of("CTA_EXPECT_FN", Form.TEXT)));

    private NetlinkTables() {}

    private static AttributeType number(String name) {
        return AttributeType.of(name, Form.NUMBER);
    }

    private static AttributeType network(String name) {
        return AttributeType.of(name, Form.NETWORK_NUMBER);
    }

    private static AttributeType bytes(String name) {
        return AttributeType.of(name, Form.BYTES);
    }
}
