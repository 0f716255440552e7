package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;

/// Values of netlink attributes that are more than a number. What is not as long as the kernel makes it stays bytes.
///
/// Source: `linux/if_addr.h`, `linux/rtnetlink.h`, `linux/fib_rules.h`, `linux/netfilter/nf_conntrack_tcp.h`.
///
/// @param order of the machine that was dumped
record NetlinkStructures(ByteOrder order) {

    private static final long FOREVER = 0xffff_ffffL;
    private static final int IPV4 = 2;
    private static final int IPV6 = 10;
    private static final int NANOSECONDS = 1_000_000_000;

    /// Whether it is as long as numbers are.
    static boolean isNumber(byte[] raw) {
        return raw.length == 1 || raw.length == 2 || raw.length == 4 || raw.length == 8;
    }

    static long number(byte[] raw, ByteOrder order) {
        long number = 0;
        for (int i = 0; i < raw.length; i++) {
            int place = order == ByteOrder.BIG_ENDIAN ? i : raw.length - 1 - i;
            number = number << 8 | raw[place] & 0xff;
        }
        return number;
    }

    long signed(byte[] raw) {
        int unused = Long.SIZE - raw.length * Byte.SIZE;
        return number(raw, order) << unused >> unused;
    }

    /// Seconds that it is preferred and valid for; the times when it was made and changed count from a start that no image
    /// tells, so they stay what they are.
    NetlinkValue addressLifetime(byte[] raw) {
        if (raw.length != 16) {
            return new NetlinkValue.Bytes(raw);
        }
        var fields = ByteBuffer.wrap(raw).order(order);
        return new NetlinkValue.Text(
                "preferred %s, valid %s, created %d, updated %d"
                        .formatted(
                                lifetime(fields.getInt()),
                                lifetime(fields.getInt()),
                                Integer.toUnsignedLong(fields.getInt()),
                                Integer.toUnsignedLong(fields.getInt())));
    }

    private static String lifetime(int seconds) {
        long unsigned = Integer.toUnsignedLong(seconds);
        return unsigned == FOREVER ? "forever" : unsigned + " s";
    }

    NetlinkValue via(byte[] raw) {
        int family = raw.length < 2 ? 0 : ByteBuffer.wrap(raw).order(order).getShort();
        boolean known = family == IPV4 && raw.length == 6 || family == IPV6 && raw.length == 18;
        return known
                ? new NetlinkValue.Text(
                        InternetAddress.text(Arrays.copyOfRange(raw, 2, raw.length)))
                : new NetlinkValue.Bytes(raw);
    }

    NetlinkValue range(byte[] raw) {
        var half = raw.length / 2;
        return raw.length == 4 || raw.length == 8
                ? new NetlinkValue.Text(
                        "%d-%d"
                                .formatted(
                                        number(Arrays.copyOf(raw, half), order),
                                        number(Arrays.copyOfRange(raw, half, raw.length), order)))
                : new NetlinkValue.Bytes(raw);
    }

    NetlinkValue tcpFlags(byte[] raw) {
        return raw.length == 2
                ? new NetlinkValue.Text(
                        "%s (mask 0x%02x)"
                                .formatted(
                                        raw[0] == 0
                                                ? "0"
                                                : NetlinkNames.trackedTcpFlags(raw[0] & 0xff),
                                        raw[1] & 0xff))
                : new NetlinkValue.Bytes(raw);
    }

    NetlinkValue time(byte[] raw) {
        if (raw.length != Long.BYTES) {
            return new NetlinkValue.Bytes(raw);
        }
        long nanoseconds = number(raw, ByteOrder.BIG_ENDIAN);
        return new NetlinkValue.Text(
                Instant.ofEpochSecond(
                                Long.divideUnsigned(nanoseconds, NANOSECONDS),
                                Long.remainderUnsigned(nanoseconds, NANOSECONDS))
                        .toString());
    }
}
