package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.namespace.NamespaceSettings.NetworkFact;
import org.icecore.evidence.Location;

/// What the images of one checkpoint tell of its network namespaces, in a form in which two can be compared: without what
/// counts on by itself.
///
/// @param namespaces what is said of each as a whole
/// @param interfaces of all namespaces
/// @param things addresses, routes, rules, connections and lines of firewalls
record NetworkImages(List<Space> namespaces, List<Device> interfaces, List<Thing> things) {

    /// Ages, counters and numbers that the kernel deals anew. Source: `linux/if_addr.h`, `linux/rtnetlink.h`,
    /// `linux/netfilter/nfnetlink_conntrack.h`.
    private static final List<String> COUNTING_ON =
            List.of(
                    "IFA_CACHEINFO",
                    "RTA_CACHEINFO",
                    "RTA_EXPIRES",
                    "CTA_TIMEOUT",
                    "CTA_COUNTERS_",
                    "CTA_USE",
                    "CTA_ID",
                    "CTA_EXPECT_TIMEOUT",
                    "CTA_EXPECT_ID");

    /// As iptables-save and nft write the packets and bytes that a rule has seen.
    private static final Pattern COUNTERS =
            Pattern.compile("\\s?\\[\\d+:\\d+]|(?<=counter )packets \\d+ bytes \\d+");

    NetworkImages {
        namespaces = List.copyOf(namespaces);
        interfaces = List.copyOf(interfaces);
        things = List.copyOf(things);
    }

    /// An interface, and what it is the same by: namespace and name.
    record Device(Object key, NamespaceSettings.Interface device) {}

    /// A namespace, and what it is the same by: its place in the order of their ids.
    record Space(Object key, NamespaceSettings.Network network) {}

    private record Key(int namespace, String kind, List<String> name) {}

    static NetworkImages of(Checkpoint checkpoint) {
        return new Reading(checkpoint.kernel().namespaces().items()).images();
    }

    boolean isEmpty() {
        return interfaces.isEmpty() && things.isEmpty();
    }

    /// Where the first of them lies.
    Optional<Location> at() {
        return Stream.concat(
                        interfaces.stream().map(device -> device.device().at()),
                        things.stream().map(Thing::at))
                .findFirst();
    }

    private static final class Reading {
        private final List<NamespaceSettings> settings;
        private final List<Long> namespaces;
        private final Map<List<Long>, String> names = new HashMap<>();

        Reading(List<NamespaceSettings> settings) {
            this.settings = settings;
            var ids = new TreeSet<Long>();
            for (var one : settings) {
                if (one instanceof NetworkFact) {
                    ids.add(one.id());
                } else if (one instanceof NamespaceSettings.Network) {
                    ids.add(one.id());
                } else if (one instanceof NamespaceSettings.Interface device) {
                    ids.add(device.id());
                    names.put(List.of(device.id(), device.index()), device.name());
                }
            }
            this.namespaces = List.copyOf(ids);
        }

        NetworkImages images() {
            var spaces = new ArrayList<Space>();
            var interfaces = new ArrayList<Device>();
            var things = new ArrayList<Thing>();
            for (var one : settings) {
                switch (one) {
                    case NamespaceSettings.Interface device ->
                            interfaces.add(new Device(key(device.id(), "", device.name()), device));
                    case NetworkFact fact -> thing(fact).ifPresent(things::add);
                    case NamespaceSettings.Network network ->
                            spaces.add(new Space(key(network.id(), ""), network));
                    case NamespaceSettings.User _,
                            NamespaceSettings.Processes _,
                            NamespaceSettings.Clocks _,
                            NamespaceSettings.IpcLimits _ -> {
                        // Not of a network.
                    }
                }
            }
            return new NetworkImages(spaces, interfaces, things);
        }

        private Optional<Thing> thing(NetworkFact fact) {
            return switch (fact.kind()) {
                case ADDRESS -> Optional.of(address(fact));
                case ROUTE -> Optional.of(route(fact));
                case RULE -> Optional.of(rule(fact));
                case CONNECTION -> Optional.of(connection(fact, "CTA_TUPLE_ORIG/"));
                case EXPECTATION -> Optional.of(connection(fact, "CTA_EXPECT_TUPLE/"));
                case IPTABLES, IP6TABLES, NFTABLES -> line(fact);
            };
        }

        private Thing address(NetworkFact fact) {
            var value =
                    fact.on()
                            .map(on -> on.value() + " of " + name(fact.id(), on.index()))
                            .orElse("");
            return thing(fact, ("address " + value).strip(), value);
        }

        private Thing route(NetworkFact fact) {
            var fields = fields(fact);
            var everywhere = field(fields, "dst_len").equals("0");
            var to =
                    everywhere
                            ? "default"
                            : field(fields, "RTA_DST") + "/" + field(fields, "dst_len");
            return thing(
                    fact,
                    "route to " + to,
                    field(fields, "family"),
                    fields.getOrDefault("RTA_TABLE", field(fields, "table")),
                    to,
                    field(fields, "tos"),
                    field(fields, "RTA_PRIORITY"),
                    everywhere ? "" : field(fields, "RTA_OIF"));
        }

        private Thing rule(NetworkFact fact) {
            var fields = fields(fact);
            var priority = fields.getOrDefault("FRA_PRIORITY", "0");
            return thing(
                    fact,
                    "rule %s of %s".formatted(priority, field(fields, "family")),
                    field(fields, "family"),
                    priority);
        }

        private Thing connection(NetworkFact fact, String tuple) {
            var ends =
                    fields(fact).entrySet().stream()
                            .filter(field -> field.getKey().startsWith(tuple))
                            .map(Map.Entry::getValue)
                            .collect(Collectors.joining(" "));
            return thing(fact, "%s %s".formatted(fact.kind().label(), ends).strip(), ends);
        }

        /// Comments tell when the rules were written down.
        private Optional<Thing> line(NetworkFact fact) {
            var text = COUNTERS.matcher(fact.text()).replaceAll("").strip();
            return text.startsWith("#")
                    ? Optional.empty()
                    : Optional.of(
                            Thing.of(
                                    key(fact.id(), fact.kind().label(), text),
                                    fact.kind().label(),
                                    "line",
                                    text,
                                    fact.at()));
        }

        private Thing thing(NetworkFact fact, String subject, String... key) {
            var lasting =
                    fact.fields().stream()
                            .filter(
                                    field ->
                                            COUNTING_ON.stream()
                                                    .noneMatch(field.name()::startsWith))
                            .toList();
            return Thing.of(
                    key(fact.id(), fact.kind().label(), key),
                    subject,
                    fact.kind().label(),
                    fact.with(lasting).text(),
                    fact.at());
        }

        private Key key(long namespace, String kind, String... name) {
            return new Key(namespaces.indexOf(namespace), kind, List.of(name));
        }

        private String name(long namespace, long index) {
            return names.getOrDefault(List.of(namespace, index), "interface " + index);
        }

        private static String field(Map<String, String> fields, String name) {
            return fields.getOrDefault(name, "");
        }

        private static Map<String, String> fields(NetworkFact fact) {
            var fields = new LinkedHashMap<String, String>();
            fact.fields().forEach(field -> fields.putIfAbsent(field.name(), field.value()));
            return fields;
        }
    }
}
