package org.icecore.criu.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.icecore.criu.raw.NetlinkDump.Subject;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No dump of a network namespace is at hand, so the messages are synthetic.
@DisplayName("A synthetic netlink dump")
class NetlinkDumpTest {

    private static NetlinkBytes address(ByteOrder order) {
        return new NetlinkBytes(order)
                .u32(0x47361222)
                .message(
                        20,
                        2,
                        new NetlinkBytes(order)
                                .raw("02 18 80 00")
                                .u32(2)
                                .attribute(1, "0a580008")
                                .attribute(2, "0a580008")
                                .attribute(3, new NetlinkBytes(order).text("eth0"))
                                .attribute(8, new NetlinkBytes(order).u32(0x80))
                                .attribute(99, "010203"));
    }

    private static NetlinkBytes connection() {
        var source =
                NetlinkBytes.little()
                        .attribute(
                                0x8001,
                                NetlinkBytes.little()
                                        .attribute(1, "0a580008")
                                        .attribute(2, "08080808"))
                        .attribute(
                                0x8002,
                                NetlinkBytes.little()
                                        .attribute(1, "06")
                                        .attribute(2, "9c40")
                                        .attribute(3, "01bb"));
        return NetlinkBytes.little()
                .message(
                        0x100,
                        2,
                        NetlinkBytes.little()
                                .raw("02 00 0000")
                                .attribute(0x8001, source)
                                .attribute(3, "0000000e")
                                .attribute(7, "00069780")
                                .attribute(8, "0000002a")
                                .attribute(
                                        0x8004,
                                        NetlinkBytes.little()
                                                .attribute(
                                                        0x8001,
                                                        NetlinkBytes.little()
                                                                .attribute(1, "03")
                                                                .attribute(4, "2300")))
                                .attribute(
                                        0x8014,
                                        NetlinkBytes.little().attribute(1, "18d7533a8f72a801")));
    }

    private record Read(List<String> lines, Optional<String> told) {}

    private static Read read(ByteSource source, Subject subject) throws EvidenceException {
        var dump = NetlinkDump.of(source, subject);
        var lines = new ArrayList<String>();
        for (var message = dump.next(); message.isPresent(); message = dump.next()) {
            lines.add(message.get().type() + " " + message.get().range());
            message.get().header().forEach(one -> lines(one, " ", lines));
            message.get().attributes().forEach(one -> lines(one, " ", lines));
        }
        return new Read(lines, dump.defect().map(Defect::toString));
    }

    private static void lines(NetlinkAttribute attribute, String indent, List<String> lines) {
        lines.add(
                "%s%s %s %s"
                        .formatted(indent, attribute.range(), attribute.name(), attribute.shown()));
        attribute.nested().forEach(inner -> lines(inner, indent + " ", lines));
    }

    @Nested
    class IsTakenApart {

        @Test
        void intoAddressesOfInterfaces() throws EvidenceException {
            assertEquals(
                    """
                    RTM_NEWADDR 0x4..0x48
                     0xa..0xc flags NLM_F_MULTI
                     0xc..0x10 seq 1
                     0x10..0x14 pid 0
                     0x14..0x15 family INET
                     0x15..0x16 prefixlen 24
                     0x16..0x17 ifa_flags IFA_F_PERMANENT
                     0x17..0x18 scope UNIVERSE
                     0x18..0x1c index 2
                     0x1c..0x24 IFA_ADDRESS 10.88.0.8
                     0x24..0x2c IFA_LOCAL 10.88.0.8
                     0x2c..0x35 IFA_LABEL eth0
                     0x38..0x40 IFA_FLAGS IFA_F_PERMANENT
                     0x40..0x47 #99 3 bytes
                    """,
                    String.join(
                                    "\n",
                                    read(
                                                    address(ByteOrder.LITTLE_ENDIAN).source(),
                                                    Subject.ADDRESSES)
                                            .lines())
                            + "\n");
        }

        @Test
        void alikeInEitherByteOrder() throws EvidenceException {
            assertEquals(
                    read(address(ByteOrder.LITTLE_ENDIAN).source(), Subject.ADDRESSES),
                    read(address(ByteOrder.BIG_ENDIAN).source(), Subject.ADDRESSES));
        }

        @Test
        void intoRoutes() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x45311224)
                            .message(
                                    24,
                                    2,
                                    NetlinkBytes.little()
                                            .raw("0a 40 00 00 fe 03 00 01")
                                            .u32(0)
                                            .attribute(1, "20010db8000000000000000000000000")
                                            .attribute(4, NetlinkBytes.little().u32(3))
                                            .attribute(
                                                    8,
                                                    NetlinkBytes.little()
                                                            .attribute(
                                                                    2,
                                                                    NetlinkBytes.little()
                                                                            .u32(1500))));
            var message = NetlinkDump.of(dump.source(), Subject.ROUTES).next().orElseThrow();
            assertEquals("RTM_NEWROUTE", message.type());
            assertEquals(Optional.of("INET6"), message.text("family"));
            assertEquals(Optional.of("64"), message.text("dst_len"));
            assertEquals(Optional.of("MAIN"), message.text("table"));
            assertEquals(Optional.of("BOOT"), message.text("protocol"));
            assertEquals(Optional.of("UNICAST"), message.text("rtm_type"));
            assertEquals(Optional.of("2001:db8::"), message.text("RTA_DST"));
            assertEquals(Optional.of("3"), message.text("RTA_OIF"));
            assertEquals(Optional.of("1500"), message.text("RTA_METRICS", "RTAX_MTU"));
        }

        @Test
        void intoSeveralGatewaysOfOneRoute() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x45311224)
                            .message(
                                    24,
                                    2,
                                    NetlinkBytes.little()
                                            .raw("02 00 00 00 fe 03 00 01")
                                            .u32(0)
                                            .attribute(
                                                    9,
                                                    NetlinkBytes.little()
                                                            .raw("10 00 04 09 02 00 00 00")
                                                            .attribute(5, "0a000002")
                                                            .raw("1e 00 00 00 03 00 00 00")
                                                            .attribute(
                                                                    18,
                                                                    "0a00fe800000000000000000000000000009")));
            assertEquals(
                    """
                    RTM_NEWROUTE 0x4..0x54
                     0xa..0xc flags NLM_F_MULTI
                     0xc..0x10 seq 1
                     0x10..0x14 pid 0
                     0x14..0x15 family INET
                     0x15..0x16 dst_len 0
                     0x16..0x17 src_len 0
                     0x17..0x18 tos 0
                     0x18..0x19 table MAIN
                     0x19..0x1a protocol BOOT
                     0x1a..0x1b scope UNIVERSE
                     0x1b..0x1c rtm_type UNICAST
                     0x1c..0x20 rtm_flags\s
                     0x20..0x54 RTA_MULTIPATH\s
                      0x24..0x34 rtnexthop\s
                       0x26..0x27 rtnh_flags RTNH_F_ONLINK
                       0x27..0x28 rtnh_hops 9
                       0x28..0x2c rtnh_ifindex 2
                       0x2c..0x34 RTA_GATEWAY 10.0.0.2
                      0x34..0x52 rtnexthop\s
                       0x36..0x37 rtnh_flags\s
                       0x37..0x38 rtnh_hops 0
                       0x38..0x3c rtnh_ifindex 3
                       0x3c..0x52 RTA_VIA fe80::9
                    """,
                    String.join("\n", read(dump.source(), Subject.ROUTES).lines()) + "\n");
        }

        @Test
        void intoRangesOfUsersAndPortsOfRules() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x71706986)
                            .message(
                                    32,
                                    2,
                                    NetlinkBytes.little()
                                            .raw("02 00 00 00 ff 00 00 01")
                                            .u32(0)
                                            .attribute(
                                                    20, NetlinkBytes.little().u32(1000).u32(2000))
                                            .attribute(24, "50005a00"));
            var message = NetlinkDump.of(dump.source(), Subject.RULES).next().orElseThrow();
            assertEquals(Optional.of("1000-2000"), message.text("FRA_UID_RANGE"));
            assertEquals(Optional.of("80-90"), message.text("FRA_DPORT_RANGE"));
        }

        @Test
        void intoHowLongAnAddressIsUsed() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x47361222)
                            .message(
                                    20,
                                    2,
                                    NetlinkBytes.little()
                                            .raw("0a 40 00 00")
                                            .u32(2)
                                            .attribute(
                                                    6,
                                                    NetlinkBytes.little()
                                                            .u32(100)
                                                            .u32(-1)
                                                            .u32(1)
                                                            .u32(2)));
            var message = NetlinkDump.of(dump.source(), Subject.ADDRESSES).next().orElseThrow();
            assertEquals(
                    Optional.of("preferred 100 s, valid forever, created 1, updated 2"),
                    message.text("IFA_CACHEINFO"));
        }

        @Test
        void upToTheMarkOfItsEndWithAnErrorNumber() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x45311224)
                            .message(3, 2, NetlinkBytes.little().u32(0));
            assertEquals(
                    Optional.empty(), read(dump.source(), Subject.ROUTES).told(), "nothing wrong");
        }

        @Test
        void intoRules() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .u32(0x71706986)
                            .message(
                                    32,
                                    2,
                                    NetlinkBytes.little()
                                            .raw("02 00 00 00 ff 00 00 01")
                                            .u32(0)
                                            .attribute(15, NetlinkBytes.little().u32(255))
                                            .attribute(14, NetlinkBytes.little().u32(-1))
                                            .attribute(3, NetlinkBytes.little().text("lo")));
            var message = NetlinkDump.of(dump.source(), Subject.RULES).next().orElseThrow();
            assertEquals(Optional.of("TO_TBL"), message.text("action"));
            assertEquals(Optional.of("LOCAL"), message.text("table"));
            assertEquals(Optional.of("255"), message.text("FRA_TABLE"));
            assertEquals(Optional.of("-1"), message.text("FRA_SUPPRESS_PREFIXLEN"));
            assertEquals(Optional.of("lo"), message.text("FRA_IIFNAME"));
        }

        @Test
        void intoTrackedConnections() throws EvidenceException {
            var message =
                    NetlinkDump.of(connection().source(), Subject.CONNECTIONS).next().orElseThrow();
            assertEquals("IPCTNL_MSG_CT_NEW", message.type());
            assertEquals(
                    Optional.of("10.88.0.8"),
                    message.text("CTA_TUPLE_ORIG", "CTA_TUPLE_IP", "CTA_IP_V4_SRC"));
            assertEquals(
                    Optional.of("TCP"),
                    message.text("CTA_TUPLE_ORIG", "CTA_TUPLE_PROTO", "CTA_PROTO_NUM"));
            assertEquals(
                    Optional.of("443"),
                    message.text("CTA_TUPLE_ORIG", "CTA_TUPLE_PROTO", "CTA_PROTO_DST_PORT"));
            assertEquals(
                    Optional.of("IPS_SEEN_REPLY | IPS_ASSURED | IPS_CONFIRMED"),
                    message.text("CTA_STATUS"));
            assertEquals(Optional.of("432000"), message.text("CTA_TIMEOUT"));
            assertEquals(Optional.of("42"), message.text("CTA_MARK"));
            assertEquals(
                    Optional.of(
                            "IP_CT_TCP_FLAG_WINDOW_SCALE | IP_CT_TCP_FLAG_SACK_PERM |"
                                    + " IP_CT_TCP_FLAG_MAXACK_SET (mask 0x00)"),
                    message.text(
                            "CTA_PROTOINFO",
                            "CTA_PROTOINFO_TCP",
                            "CTA_PROTOINFO_TCP_FLAGS_ORIGINAL"));
            assertEquals(
                    Optional.of("2026-09-21T11:41:27.882926081Z"),
                    message.text("CTA_TIMESTAMP", "CTA_TIMESTAMP_START"));
            assertEquals(
                    Optional.of("ESTABLISHED"),
                    message.text("CTA_PROTOINFO", "CTA_PROTOINFO_TCP", "CTA_PROTOINFO_TCP_STATE"));
        }

        @Test
        void intoExpectations() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .message(
                                    0x200,
                                    0,
                                    NetlinkBytes.little()
                                            .raw("02 00 0000")
                                            .attribute(4, "0000012c")
                                            .attribute(6, NetlinkBytes.little().text("ftp")));
            var message = NetlinkDump.of(dump.source(), Subject.EXPECTATIONS).next().orElseThrow();
            assertEquals("IPCTNL_MSG_EXP_NEW", message.type());
            assertEquals(Optional.of("300"), message.text("CTA_EXPECT_TIMEOUT"));
            assertEquals(Optional.of("ftp"), message.text("CTA_EXPECT_HELP_NAME"));
        }

        @Test
        void intoNothingIfItIsEmpty() throws EvidenceException {
            assertEquals(
                    new Read(List.of(), Optional.empty()),
                    read(ByteSource.of("netlink.img", new byte[0]), Subject.ROUTES));
        }
    }

    @Nested
    class OfHostileBytes {

        @Test
        void isRefusedBehindAnotherMagic() {
            var refused =
                    assertThrows(
                            EvidenceException.class,
                            () ->
                                    NetlinkDump.of(
                                            address(ByteOrder.LITTLE_ENDIAN).source(),
                                            Subject.ROUTES));
            assertEquals(
                    "netlink.img+0x0..0x4: magic 0x47361222; a dump of routes begins with 0x45311224",
                    refused.getMessage());
        }

        @Test
        void endsAtALengthThatLies() throws EvidenceException {
            assertEquals(
                    Optional.of(
                            "netlink.img+0x0..0x14: message of 4294967040 bytes, of which 20 are there"),
                    read(
                                    NetlinkBytes.little()
                                            .raw("00ffffff 14000200 00000000 00000000 02000000")
                                            .source(),
                                    Subject.CONNECTIONS)
                            .told());
            assertEquals(
                    Optional.of("netlink.img+0x0..0x10: message of 8 bytes, of which 16 are there"),
                    read(
                                    NetlinkBytes.little()
                                            .raw("08000000 00000000 00000000 00000000")
                                            .source(),
                                    Subject.CONNECTIONS)
                            .told());
        }

        @Test
        void keepsTheAttributesBeforeOneThatLies() throws EvidenceException {
            var dump =
                    NetlinkBytes.little()
                            .message(
                                    0x100,
                                    0,
                                    NetlinkBytes.little()
                                            .raw("02 00 0000")
                                            .attribute(7, "00000001")
                                            .raw("ff00 0800"));
            var read = read(dump.source(), Subject.CONNECTIONS);
            assertEquals(" 0x14..0x1c CTA_TIMEOUT 1", read.lines().getLast());
            assertEquals(
                    Optional.of(
                            "netlink.img+0x0..0x20: attribute of 255 bytes, of which 4 are there"),
                    read.told());
        }

        @ParameterizedTest
        @EnumSource(Subject.class)
        void neverFailsOtherwise(Subject subject) throws EvidenceException {
            var random = new Random(11);
            byte[] good =
                    subject == Subject.CONNECTIONS
                            ? connection().bytes()
                            : address(ByteOrder.LITTLE_ENDIAN).bytes();
            int start = subject == Subject.CONNECTIONS ? 0 : 4;
            for (int round = 0; round < 3000; round++) {
                byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
                for (int i = start + 4; i < bytes.length; i++) {
                    if (random.nextInt(20) == 0) {
                        bytes[i] = (byte) random.nextInt();
                    }
                }
                try {
                    var read = read(ByteSource.of("netlink.img", bytes), subject);
                    assertTrue(read.lines().size() < 100);
                } catch (EvidenceException refused) {
                    assertTrue(refused.getMessage().startsWith("netlink.img+0x0..0x"));
                }
            }
        }
    }
}
