package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icecore.criu.raw.NetlinkDump.Subject;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.jspecify.annotations.Nullable;

/// Takes one netlink message apart.
final class NetlinkReader {

    private static final int HEADER = 16;
    private static final int ATTRIBUTE_HEADER = 4;
    private static final int NEXT_HOP = 8;
    private static final int TYPE_BITS = 0x3fff;

    private final ByteBuffer bytes;
    private final long start;
    private final Subject subject;
    private final NetlinkStructures structures;
    private final List<NetlinkAttribute> header = new ArrayList<>();
    private Optional<String> damage = Optional.empty();

    NetlinkReader(byte[] message, long start, ByteOrder order, Subject subject) {
        this.bytes = ByteBuffer.wrap(message).order(order);
        this.start = start;
        this.subject = subject;
        this.structures = new NetlinkStructures(order);
    }

    NetlinkMessage read() {
        int type = bytes.getShort(4) & 0xffff;
        header.add(text("flags", NetlinkNames.messageFlags(bytes.getShort(6) & 0xffff), 6, 2));
        header.add(number("seq", bytes.getInt(8), 8, 4));
        header.add(number("pid", bytes.getInt(12), 12, 4));
        return new NetlinkMessage(
                NetlinkNames.messageType(type),
                header,
                control(type) ? List.of() : attributes(),
                ByteRange.of(start, bytes.limit()));
    }

    private List<NetlinkAttribute> attributes() {
        int from = HEADER + fixed();
        return from <= bytes.limit() ? attributes(from, bytes.limit(), table(), 0) : List.of();
    }

    /// What is wrong in the message.
    Optional<String> damage() {
        return damage;
    }

    /// `NLMSG_DONE` and the like end a dump; behind the header is an error number at the most.
    private static boolean control(int type) {
        return type < 16;
    }

    /// Reads the structure behind the header and gives its length.
    private int fixed() {
        int length =
                switch (subject) {
                    case ADDRESSES -> 8;
                    case ROUTES, RULES -> 12;
                    case CONNECTIONS, EXPECTATIONS -> 4;
                };
        if (bytes.limit() < HEADER + length) {
            damage = Optional.of("message that ends in its fixed part");
            return length;
        }
        header.add(text("family", NetlinkNames.family(u8(16)), 16, 1));
        switch (subject) {
            case ADDRESSES -> {
                header.add(number("prefixlen", u8(17), 17, 1));
                header.add(text("ifa_flags", NetlinkNames.addressFlags(u8(18)), 18, 1));
                header.add(text("scope", NetlinkNames.scope(u8(19)), 19, 1));
                header.add(number("index", bytes.getInt(20), 20, 4));
            }
            case ROUTES -> {
                header.add(number("dst_len", u8(17), 17, 1));
                header.add(number("src_len", u8(18), 18, 1));
                header.add(number("tos", u8(19), 19, 1));
                header.add(text("table", NetlinkNames.table(u8(20)), 20, 1));
                header.add(text("protocol", NetlinkNames.routeProtocol(u8(21)), 21, 1));
                header.add(text("scope", NetlinkNames.scope(u8(22)), 22, 1));
                header.add(text("rtm_type", NetlinkNames.routeType(u8(23)), 23, 1));
                header.add(text("rtm_flags", NetlinkNames.routeFlags(bytes.getInt(24)), 24, 4));
            }
            case RULES -> {
                header.add(number("dst_len", u8(17), 17, 1));
                header.add(number("src_len", u8(18), 18, 1));
                header.add(number("tos", u8(19), 19, 1));
                header.add(text("table", NetlinkNames.table(u8(20)), 20, 1));
                header.add(text("action", NetlinkNames.ruleAction(u8(23)), 23, 1));
                header.add(text("rule_flags", NetlinkNames.ruleFlags(bytes.getInt(24)), 24, 4));
            }
            case CONNECTIONS, EXPECTATIONS -> header.add(number("version", u8(17), 17, 1));
        }
        return length;
    }

    private Map<Integer, AttributeType> table() {
        return switch (subject) {
            case ADDRESSES -> NetlinkTables.ADDRESS;
            case ROUTES -> NetlinkTables.ROUTE;
            case RULES -> NetlinkTables.RULE;
            case CONNECTIONS -> NetlinkTables.CONNECTION;
            case EXPECTATIONS -> NetlinkTables.EXPECTATION;
        };
    }

    /// The attributes in `[from, to)`. The tables are of finite depth, so nesting is, too.
    private List<NetlinkAttribute> attributes(
            int from, int to, Map<Integer, AttributeType> table, int depth) {
        var attributes = new ArrayList<NetlinkAttribute>();
        int at = from;
        while (at < to) {
            if (to - at < ATTRIBUTE_HEADER) {
                damage = Optional.of(Amount.of(to - at, "byte") + " after the last attribute");
                break;
            }
            int length = bytes.getShort(at) & 0xffff;
            int type = bytes.getShort(at + 2) & TYPE_BITS;
            if (length < ATTRIBUTE_HEADER || length > to - at) {
                damage =
                        Optional.of(
                                "attribute of %s, of which %s there"
                                        .formatted(Amount.of(length, "byte"), Amount.are(to - at)));
                break;
            }
            AttributeType known = table.get(type);
            NetlinkValue value = value(known, at + ATTRIBUTE_HEADER, at + length, depth);
            String name = known == null ? "#" + type : known.name();
            attributes.add(new NetlinkAttribute(name, value, ByteRange.of(start + at, length)));
            at += length + 3 & ~3;
        }
        return attributes;
    }

    /// Source: `struct rtnexthop` in `linux/rtnetlink.h`.
    private List<NetlinkAttribute> nextHops(
            int from, int to, Map<Integer, AttributeType> table, int depth) {
        var hops = new ArrayList<NetlinkAttribute>();
        int at = from;
        while (at < to) {
            int length = to - at < NEXT_HOP ? 0 : bytes.getShort(at) & 0xffff;
            if (length < NEXT_HOP || length > to - at) {
                damage =
                        Optional.of(
                                "gateway of %s, of which %s there"
                                        .formatted(
                                                Amount.of(Math.max(length, NEXT_HOP), "byte"),
                                                Amount.are(to - at)));
                break;
            }
            var fields = new ArrayList<NetlinkAttribute>();
            fields.add(text("rtnh_flags", NetlinkNames.routeFlags(u8(at + 2)), at + 2, 1));
            fields.add(number("rtnh_hops", u8(at + 3), at + 3, 1));
            fields.add(number("rtnh_ifindex", bytes.getInt(at + 4), at + 4, 4));
            fields.addAll(attributes(at + NEXT_HOP, at + length, table, depth));
            hops.add(
                    new NetlinkAttribute(
                            "rtnexthop",
                            new NetlinkValue.Nested(fields),
                            ByteRange.of(start + at, length)));
            at += length + 3 & ~3;
        }
        return hops;
    }

    private NetlinkValue value(@Nullable AttributeType type, int from, int to, int depth) {
        int length = to - from;
        var raw = new byte[length];
        bytes.get(from, raw);
        if (type == null) {
            return new NetlinkValue.Bytes(raw);
        }
        boolean plain = NetlinkStructures.isNumber(raw);
        return switch (type.form()) {
            case NESTED -> new NetlinkValue.Nested(attributes(from, to, type.nested(), depth + 1));
            case ADDRESS ->
                    length == 4 || length == 16
                            ? new NetlinkValue.Text(InternetAddress.text(raw))
                            : new NetlinkValue.Bytes(raw);
            case TEXT -> new NetlinkValue.Text(text(raw));
            case NUMBER ->
                    plain
                            ? new NetlinkValue.Number(NetlinkStructures.number(raw, bytes.order()))
                            : new NetlinkValue.Bytes(raw);
            case SIGNED_NUMBER ->
                    plain
                            ? new NetlinkValue.Text(Long.toString(structures.signed(raw)))
                            : new NetlinkValue.Bytes(raw);
            case NETWORK_NUMBER ->
                    plain
                            ? new NetlinkValue.Number(
                                    NetlinkStructures.number(raw, ByteOrder.BIG_ENDIAN))
                            : new NetlinkValue.Bytes(raw);
            case CONNECTION_STATUS ->
                    named(raw, ByteOrder.BIG_ENDIAN, NetlinkNames::connectionStatus);
            case TCP_STATE -> named(raw, bytes.order(), NetlinkNames::tcpState);
            case PROTOCOL -> named(raw, bytes.order(), NetlinkNames::protocol);
            case ADDRESS_FLAGS -> named(raw, bytes.order(), NetlinkNames::addressFlags);
            case ADDRESS_LIFETIME -> structures.addressLifetime(raw);
            case NEXT_HOPS -> new NetlinkValue.Nested(nextHops(from, to, type.nested(), depth + 1));
            case VIA -> structures.via(raw);
            case RANGE -> structures.range(raw);
            case TCP_FLAGS -> structures.tcpFlags(raw);
            case TIME -> structures.time(raw);
            case BYTES -> new NetlinkValue.Bytes(raw);
        };
    }

    private static NetlinkValue named(
            byte[] raw, ByteOrder order, java.util.function.LongFunction<String> name) {
        return raw.length == 1 || raw.length == 2 || raw.length == 4
                ? new NetlinkValue.Text(name.apply(NetlinkStructures.number(raw, order)))
                : new NetlinkValue.Bytes(raw);
    }

    private static String text(byte[] raw) {
        int end = 0;
        while (end < raw.length && raw[end] != 0) {
            end++;
        }
        return new String(raw, 0, end, StandardCharsets.UTF_8);
    }

    private int u8(int at) {
        return bytes.get(at) & 0xff;
    }

    private NetlinkAttribute number(String name, int value, int at, int length) {
        return field(name, new NetlinkValue.Number(Integer.toUnsignedLong(value)), at, length);
    }

    private NetlinkAttribute text(String name, String value, int at, int length) {
        return field(name, new NetlinkValue.Text(value), at, length);
    }

    private NetlinkAttribute field(String name, NetlinkValue value, int at, int length) {
        return new NetlinkAttribute(name, value, ByteRange.of(start + at, length));
    }
}
