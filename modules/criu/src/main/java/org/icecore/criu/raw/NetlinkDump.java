package org.icecore.criu.raw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.icecore.evidence.Amount;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Goes through a stream of netlink messages, one at a time: what `ip address save`, `ip route save` and `ip rule save`
/// write, and the connection tracking entries that CRIU asks the kernel for.
///
/// Source: iproute2, `ip/ipaddress.c`, `ip/iproute.c`, `ip/iprule.c`; `linux/netlink.h`. Big-endian dumps come from
/// s390x and are known by the swapped magic, or by the length of the first message.
public final class NetlinkDump {

    /// What a dump is of.
    public enum Subject {
        /// Addresses of interfaces.
        ADDRESSES(0x47361222),
        /// Routes of IPv4 or IPv6.
        ROUTES(0x45311224),
        /// Rules that choose a routing table.
        RULES(0x71706986),
        /// Tracked connections; no magic.
        CONNECTIONS(0),
        /// Connections that a tracked one is expected to open; no magic.
        EXPECTATIONS(0);

        private final int magic;

        Subject(int magic) {
            this.magic = magic;
        }
    }

    private static final int HEADER = 16;
    private static final int GREATEST_MESSAGE = 1 << 20;

    private final ByteSource source;
    private final Subject subject;
    private final ByteOrder order;
    private long position;
    private Optional<Defect> defect = Optional.empty();

    private NetlinkDump(ByteSource source, Subject subject, ByteOrder order, long position) {
        this.source = source;
        this.subject = subject;
        this.order = order;
        this.position = position;
    }

    /// Begins a walk.
    ///
    /// @throws EvidenceException if the image does not begin with the magic that it must have
    public static NetlinkDump of(ByteSource source, Subject subject) throws EvidenceException {
        if (source.size() == 0) {
            return new NetlinkDump(source, subject, ByteOrder.LITTLE_ENDIAN, 0);
        }
        var start = new ByteRange(0, Math.min(source.size(), Integer.BYTES));
        if (start.length() < Integer.BYTES) {
            throw new EvidenceException(
                    source.locate(start),
                    "%s; a netlink dump begins with 4"
                            .formatted(Amount.of(start.length(), "byte")));
        }
        int first =
                ByteBuffer.wrap(source.bytes(0, Integer.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
        if (subject.magic == 0) {
            // A length has its zeros at the end that is not written first.
            boolean big = (first & 0xffff) == 0 && first != 0;
            return new NetlinkDump(
                    source, subject, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 0);
        }
        if (first == subject.magic) {
            return new NetlinkDump(source, subject, ByteOrder.LITTLE_ENDIAN, Integer.BYTES);
        }
        if (Integer.reverseBytes(first) == subject.magic) {
            return new NetlinkDump(source, subject, ByteOrder.BIG_ENDIAN, Integer.BYTES);
        }
        throw new EvidenceException(
                source.locate(start),
                "magic 0x%08x; a dump of %s begins with 0x%08x"
                        .formatted(
                                first,
                                subject.name().toLowerCase(java.util.Locale.ROOT),
                                subject.magic));
    }

    /// The next message; empty after the last one that can be read.
    public Optional<NetlinkMessage> next() throws EvidenceException {
        long left = source.size() - position;
        if (left <= 0 || defect.isPresent()) {
            return Optional.empty();
        }
        if (left < HEADER) {
            return damaged(
                    left,
                    "%s; the header of a message takes 16"
                            .formatted(Amount.of(left, "trailing byte")));
        }
        long length =
                Integer.toUnsignedLong(
                        ByteBuffer.wrap(source.bytes(position, Integer.BYTES))
                                .order(order)
                                .getInt());
        if (length < HEADER || length > left) {
            return damaged(
                    left,
                    "message of %s, of which %s there"
                            .formatted(Amount.of(length, "byte"), Amount.are(left)));
        }
        if (length > GREATEST_MESSAGE) {
            return damaged(
                    left,
                    "message of %d bytes; more than %d are not read"
                            .formatted(length, GREATEST_MESSAGE));
        }
        var reader =
                new NetlinkReader(source.bytes(position, (int) length), position, order, subject);
        NetlinkMessage message = reader.read();
        reader.damage()
                .ifPresent(
                        damage ->
                                defect =
                                        Optional.of(
                                                new Defect(
                                                        source.locate(message.range()), damage)));
        // Nothing is written between messages, and the kernel makes them multiples of 4 long.
        position += length;
        return Optional.of(message);
    }

    private Optional<NetlinkMessage> damaged(long left, String text) {
        defect = Optional.of(new Defect(source.locate(ByteRange.of(position, left)), text));
        return Optional.empty();
    }

    /// What ended the walk early.
    public Optional<Defect> defect() {
        return defect;
    }
}
