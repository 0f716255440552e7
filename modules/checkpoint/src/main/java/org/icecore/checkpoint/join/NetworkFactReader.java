package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.raw.NetlinkAttribute;
import org.icecore.criu.raw.NetlinkDump;
import org.icecore.criu.raw.NetlinkMessage;
import org.icecore.criu.raw.RuleSetLines;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Reads how a network namespace was set up: addresses, routes, rules, tracked connections, firewalls. These images have no
/// messages of CRIU.
final class NetworkFactReader {

    /// What a field takes beside its characters.
    private static final int FIELD = 64;

    private final Gathering<NamespaceSettings> gathering;
    /// Characters that the heap has room for.
    private long room = Runtime.getRuntime().maxMemory() >> 5;

    NetworkFactReader(Gathering<NamespaceSettings> gathering) {
        this.gathering = gathering;
    }

    void read() {
        gathering
                .raw(ImageKind.IFADDR, dump(NetworkFact.Kind.ADDRESS))
                .raw(ImageKind.ROUTE, dump(NetworkFact.Kind.ROUTE))
                .raw(ImageKind.ROUTE6, dump(NetworkFact.Kind.ROUTE))
                .raw(ImageKind.RULE, dump(NetworkFact.Kind.RULE))
                .raw(ImageKind.NETNF_CT, dump(NetworkFact.Kind.CONNECTION))
                .raw(ImageKind.NETNF_EXP, dump(NetworkFact.Kind.EXPECTATION))
                .raw(ImageKind.IPTABLES, lines(NetworkFact.Kind.IPTABLES))
                .raw(ImageKind.IP6TABLES, lines(NetworkFact.Kind.IP6TABLES))
                .raw(ImageKind.NFTABLES, lines(NetworkFact.Kind.NFTABLES));
    }

    private Gathering.RawVisitor dump(NetworkFact.Kind kind) {
        return (name, source) -> {
            var dump = NetlinkDump.of(source, subject(kind));
            for (var next = dump.next(); next.isPresent(); next = dump.next()) {
                var message = next.get();
                // Messages without attributes are marks of the end.
                if (!message.attributes().isEmpty()
                        && !add(
                                name,
                                kind,
                                on(kind, message),
                                fields(message),
                                source,
                                message.range())) {
                    return;
                }
            }
            dump.defect().ifPresent(gathering::defect);
        };
    }

    private static NetlinkDump.Subject subject(NetworkFact.Kind kind) {
        return switch (kind) {
            case ADDRESS -> NetlinkDump.Subject.ADDRESSES;
            case ROUTE -> NetlinkDump.Subject.ROUTES;
            case RULE -> NetlinkDump.Subject.RULES;
            case CONNECTION -> NetlinkDump.Subject.CONNECTIONS;
            case EXPECTATION -> NetlinkDump.Subject.EXPECTATIONS;
            case IPTABLES, IP6TABLES, NFTABLES ->
                    throw new IllegalArgumentException("firewalls are text");
        };
    }

    private Gathering.RawVisitor lines(NetworkFact.Kind kind) {
        return (name, source) -> lines(kind, name, source);
    }

    private void lines(NetworkFact.Kind kind, ImageName name, ByteSource source)
            throws EvidenceException {
        var lines = new RuleSetLines(source);
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var line = next.get();
            if (!line.text().isBlank()
                    && !add(
                            name,
                            kind,
                            Optional.empty(),
                            List.of(new NetworkFact.Field("", line.text())),
                            source,
                            line.range())) {
                return;
            }
        }
    }

    /// False if the heap has no room for more.
    private boolean add(
            ImageName name,
            NetworkFact.Kind kind,
            Optional<NetworkFact.OnInterface> on,
            List<NetworkFact.Field> fields,
            ByteSource source,
            ByteRange range) {
        var at = source.locate(range);
        for (var field : fields) {
            room -= FIELD + field.value().length();
        }
        if (room < 0) {
            gathering.defect(
                    new Defect(
                            at,
                            "more of the network's settings than the memory of this program has room for; those from"
                                    + " here on are left out"));
            return false;
        }
        gathering.add(new NetworkFact(name.id().orElse(0), kind, on, fields, at), at);
        return true;
    }

    private static Optional<NetworkFact.OnInterface> on(
            NetworkFact.Kind kind, NetlinkMessage message) {
        return switch (kind) {
            case ADDRESS ->
                    message.text("IFA_LOCAL")
                            .or(() -> message.text("IFA_ADDRESS"))
                            .flatMap(
                                    address ->
                                            on(
                                                    message.text("index"),
                                                    address
                                                            + message.text("prefixlen")
                                                                    .map(length -> "/" + length)
                                                                    .orElse("")));
            case ROUTE ->
                    message.text("dst_len")
                            .filter("0"::equals)
                            .flatMap(_ -> message.text("RTA_GATEWAY"))
                            .flatMap(gateway -> on(message.text("RTA_OIF"), gateway));
            case RULE, CONNECTION, EXPECTATION, IPTABLES, IP6TABLES, NFTABLES -> Optional.empty();
        };
    }

    private static Optional<NetworkFact.OnInterface> on(Optional<String> index, String value) {
        return index.filter(text -> text.matches("\\d{1,10}"))
                .map(text -> new NetworkFact.OnInterface(Long.parseLong(text), value));
    }

    /// What the message says, each field with its name in the kernel's headers; what only the transport needs is left out.
    private static List<NetworkFact.Field> fields(NetlinkMessage message) {
        var fields = new ArrayList<NetworkFact.Field>();
        for (var field : message.header()) {
            switch (field.name()) {
                case "flags", "seq", "pid", "version" -> {
                    // Of the dump, not of the network.
                }
                default -> add("", List.of(field), fields);
            }
        }
        add("", message.attributes(), fields);
        return fields;
    }

    private static void add(
            String path, List<NetlinkAttribute> attributes, List<NetworkFact.Field> fields) {
        for (var attribute : attributes) {
            var name = path + attribute.name();
            if (attribute.nested().isEmpty()) {
                Optional.of(attribute.shown())
                        .filter(shown -> !shown.isEmpty())
                        .ifPresent(shown -> fields.add(new NetworkFact.Field(name, shown)));
            } else {
                add(name + "/", attribute.nested(), fields);
            }
        }
    }
}
