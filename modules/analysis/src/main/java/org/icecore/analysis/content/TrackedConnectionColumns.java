package org.icecore.analysis.content;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;

/// What is told of a connection that the kernel tracked or expected.
final class TrackedConnectionColumns {

    private static final String NO_COUNT =
            "the kernel did not count: net.netfilter.nf_conntrack_acct was off";
    private static final String NO_TIME =
            "the kernel noted no times: net.netfilter.nf_conntrack_timestamp was off";
    private static final String EXPECTED = "the connection was expected, and not there yet";

    private TrackedConnectionColumns() {}

    private static boolean isExpected(NetworkFact fact) {
        return fact.kind() == NetworkFact.Kind.EXPECTATION;
    }

    private static Optional<String> field(NetworkFact fact, String... names) {
        return Stream.of(names)
                .flatMap(name -> fact.fields().stream().filter(one -> one.name().equals(name)))
                .map(NetworkFact.Field::value)
                .findFirst();
    }

    static final List<Column<NetworkFact>> ALL =
            List.of(
                    Column.text(
                            "kind",
                            "Kind",
                            "Tracked, or expected because of one that was tracked (a helper, e.g. for FTP)",
                            fact -> isExpected(fact) ? "expected" : "tracked"),
                    tuple(
                            "protocol",
                            "Protocol",
                            ColumnKind.TEXT,
                            "Protocol of IP",
                            Side.ORIGINAL,
                            "CTA_TUPLE_PROTO/CTA_PROTO_NUM"),
                    address("source", "Source", "Who opened it", Side.ORIGINAL, "SRC"),
                    port(
                            "sourcePort",
                            "Source port",
                            "Port of who opened it",
                            Side.ORIGINAL,
                            "SRC"),
                    address(
                            "destination",
                            "Destination",
                            "Whom it was opened to",
                            Side.ORIGINAL,
                            "DST"),
                    port(
                            "destinationPort",
                            "Destination port",
                            "Port that it was opened to",
                            Side.ORIGINAL,
                            "DST"),
                    Column.of(
                            "icmp",
                            "ICMP",
                            ColumnKind.TEXT,
                            "Type, code and id of an ICMP message",
                            TrackedConnectionColumns::icmp),
                    address(
                            "replySource",
                            "Answered by",
                            "Who answers; not the destination where its address was translated (NAT)",
                            Side.REPLY,
                            "SRC"),
                    port(
                            "replySourcePort",
                            "Answering port",
                            "Port that answers; not that of the destination where it was translated",
                            Side.REPLY,
                            "SRC"),
                    address(
                            "replyDestination",
                            "Answer to",
                            "Whom it answers; not the source where its address was translated (NAT)",
                            Side.REPLY,
                            "DST"),
                    port(
                            "replyDestinationPort",
                            "Port answered",
                            "Port that it answers to; not that of the source where it was translated",
                            Side.REPLY,
                            "DST"),
                    Column.of(
                            "state",
                            "State",
                            ColumnKind.TEXT,
                            "State of TCP as the tracker saw it",
                            fact ->
                                    field(
                                                    fact,
                                                    "CTA_PROTOINFO/CTA_PROTOINFO_TCP/CTA_PROTOINFO_TCP_STATE",
                                                    "CTA_PROTOINFO/CTA_PROTOINFO_SCTP/CTA_PROTOINFO_SCTP_STATE",
                                                    "CTA_PROTOINFO/CTA_PROTOINFO_DCCP/CTA_PROTOINFO_DCCP_STATE")
                                            .map(Cell::text)
                                            .orElse(
                                                    Cell.notApplicable(
                                                            "the tracker keeps no state of it"))),
                    Column.of(
                            "status",
                            "Status",
                            ColumnKind.FLAGS,
                            "IPS_* bits: whether answers were seen, and what was translated",
                            // The kernel writes it of each that it tracks; a field without bits is
                            // not kept.
                            fact ->
                                    isExpected(fact)
                                            ? Cell.notApplicable(EXPECTED)
                                            : names(field(fact, "CTA_STATUS").orElse(""))),
                    counter("packets", "Packets", "Packets of who opened it", "ORIG", "PACKETS"),
                    counter("bytes", "Bytes", "Bytes of who opened it", "ORIG", "BYTES"),
                    counter(
                            "replyPackets",
                            "Packets back",
                            "Packets of who answered",
                            "REPLY",
                            "PACKETS"),
                    counter("replyBytes", "Bytes back", "Bytes of who answered", "REPLY", "BYTES"),
                    Column.of(
                            "started",
                            "Started",
                            ColumnKind.TIMESTAMP,
                            "When the kernel first saw it, by the clock of the host",
                            fact ->
                                    field(fact, "CTA_TIMESTAMP/CTA_TIMESTAMP_START")
                                            .map(TrackedConnectionColumns::time)
                                            .orElse(absent(fact, NO_TIME))),
                    number(
                            "timeout",
                            "Timeout",
                            "Seconds until the kernel forgets it",
                            "the image tells no timeout of it",
                            "CTA_TIMEOUT",
                            "CTA_EXPECT_TIMEOUT"),
                    number(
                            "firewallMark",
                            "Mark",
                            "Mark that rules of the firewall gave it",
                            "the image tells no mark of it",
                            "CTA_MARK"),
                    number(
                            "zone",
                            "Zone",
                            "Zone that it is tracked in; none but the first are written",
                            "the image tells no zone of it",
                            "CTA_ZONE",
                            "CTA_EXPECT_ZONE"),
                    Column.of(
                            "helper",
                            "Helper",
                            ColumnKind.TEXT,
                            "What looks into it for connections to expect",
                            fact ->
                                    field(fact, "CTA_HELP/CTA_HELP_NAME", "CTA_EXPECT_HELP_NAME")
                                            .map(Cell::text)
                                            .orElse(Cell.notApplicable("no helper looks into it"))),
                    Column.number(
                            "namespace",
                            "Namespace",
                            "CRIU's id of the network namespace",
                            NetworkFact::id));

    /// Which way of the connection a tuple tells.
    private enum Side {
        ORIGINAL,
        REPLY;

        String prefix(NetworkFact fact) {
            return switch (this) {
                case ORIGINAL -> isExpected(fact) ? "CTA_EXPECT_TUPLE/" : "CTA_TUPLE_ORIG/";
                case REPLY -> "CTA_TUPLE_REPLY/";
            };
        }
    }

    private static Column<NetworkFact> address(
            String id, String title, String tooltip, Side side, String end) {
        return tuple(
                id,
                title,
                ColumnKind.CODE,
                tooltip,
                side,
                "CTA_TUPLE_IP/CTA_IP_V4_" + end,
                "CTA_TUPLE_IP/CTA_IP_V6_" + end);
    }

    private static Column<NetworkFact> tuple(
            String id, String title, ColumnKind kind, String tooltip, Side side, String... names) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                fact ->
                        Stream.of(names)
                                .flatMap(name -> field(fact, side.prefix(fact) + name).stream())
                                .findFirst()
                                .map(Cell::text)
                                .orElse(absent(fact, "the image does not tell it")));
    }

    private static Column<NetworkFact> port(
            String id, String title, String tooltip, Side side, String end) {
        return Column.of(
                id,
                title,
                ColumnKind.NUMBER,
                tooltip,
                fact ->
                        field(
                                        fact,
                                        side.prefix(fact)
                                                + "CTA_TUPLE_PROTO/CTA_PROTO_"
                                                + end
                                                + "_PORT")
                                .map(TrackedConnectionColumns::number)
                                .orElse(
                                        side == Side.REPLY && isExpected(fact)
                                                ? Cell.notApplicable(EXPECTED)
                                                : Cell.notApplicable("its protocol has no ports")));
    }

    private static Column<NetworkFact> counter(
            String id, String title, String tooltip, String side, String what) {
        Function<NetworkFact, Cell> value =
                fact ->
                        field(
                                        fact,
                                        "CTA_COUNTERS_%s/CTA_COUNTERS_%s".formatted(side, what),
                                        "CTA_COUNTERS_%s/CTA_COUNTERS32_%s".formatted(side, what))
                                .map(TrackedConnectionColumns::number)
                                .orElse(absent(fact, NO_COUNT));
        return Column.of(id, title, ColumnKind.NUMBER, tooltip, value);
    }

    private static Column<NetworkFact> number(
            String id, String title, String tooltip, String ifNone, String... names) {
        return Column.of(
                id,
                title,
                ColumnKind.NUMBER,
                tooltip,
                fact ->
                        field(fact, names)
                                .map(TrackedConnectionColumns::number)
                                .orElse(absent(fact, ifNone)));
    }

    private static Cell absent(NetworkFact fact, String ifTracked) {
        return isExpected(fact) ? Cell.notApplicable(EXPECTED) : Cell.notCaptured(ifTracked);
    }

    /// What is no number, or larger than one can be, stays as the image has it.
    private static Cell number(String value) {
        try {
            return Cell.number(Long.parseLong(value));
        } catch (NumberFormatException _) {
            return Cell.text(value);
        }
    }

    private static Cell time(String value) {
        try {
            return new Cell.Timestamp(Instant.parse(value));
        } catch (DateTimeParseException _) {
            return Cell.text(value);
        }
    }

    private static Cell.Names names(String bits) {
        return new Cell.Names(bits.isEmpty() ? List.of() : List.of(bits.split(" \\| ")));
    }

    private static Cell icmp(NetworkFact fact) {
        var told =
                Stream.of("TYPE", "CODE", "ID")
                        .flatMap(
                                name ->
                                        field(
                                                fact,
                                                icmp(fact, "ICMP_", name),
                                                icmp(fact, "ICMPV6_", name))
                                                .map(
                                                        value ->
                                                                name.toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + value)
                                                .stream())
                        .toList();
        return told.isEmpty()
                ? Cell.notApplicable("its protocol is not ICMP")
                : Cell.text(String.join(", ", told));
    }

    private static String icmp(NetworkFact fact, String family, String name) {
        return Side.ORIGINAL.prefix(fact) + "CTA_TUPLE_PROTO/CTA_PROTO_" + family + name;
    }
}
