package org.icecore.checkpoint.namespace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.evidence.Location;

/// What is recorded of a namespace besides its mounts and names.
public sealed interface NamespaceSettings {

    /// CRIU's id, as in [org.icecore.checkpoint.task.NamespaceIds]; 0 for clocks of tasks without a time namespace of their own.
    long id();

    /// Where the entry lies.
    Location at();

    /// A user namespace.
    record User(long id, List<IdRange> users, List<IdRange> groups, Location at)
            implements NamespaceSettings {

        public User {
            users = List.copyOf(users);
            groups = List.copyOf(groups);
        }
    }

    /// A run of ids, as a line of `/proc/PID/uid_map`.
    record IdRange(long inside, long outside, long count) {

        @Override
        public String toString() {
            return "%d %d %d".formatted(inside, outside, count);
        }
    }

    /// A PID namespace.
    ///
    /// @param externalKey by which an engine hands it in at restore
    record Processes(long id, Optional<String> externalKey, Location at)
            implements NamespaceSettings {}

    /// The clocks as tasks saw them at the dump: readings, not offsets, and none is the time of day.
    ///
    /// @param boot as `monotonic`, but went on while the machine was suspended
    record Clocks(long id, Duration monotonic, Duration boot, Location at)
            implements NamespaceSettings {}

    /// A network namespace.
    ///
    /// @param externalKey by which an engine hands it in at restore; its interfaces are not dumped then
    /// @param settings under `/proc/sys/net` for all its interfaces and for new ones
    /// @param numbers by which it knows other namespaces
    record Network(
            long id,
            Optional<String> externalKey,
            List<Setting> settings,
            List<Number> numbers,
            Location at)
            implements NamespaceSettings {

        public Network {
            settings = List.copyOf(settings);
            numbers = List.copyOf(numbers);
        }

        /// A number that the namespace has for another.
        ///
        /// @param other CRIU's id of that one
        public record Number(int number, long other) {}
    }

    /// A setting of the kernel, `net.ipv4.conf.eth0.forwarding`, as the file of that name under `/proc/sys` says it.
    record Setting(String name, String value) {}

    /// Limits of an IPC namespace.
    ///
    /// @param limits by their names under `/proc/sys`; all but `kernel.sem` are one unsigned number
    record IpcLimits(long id, List<Limit> limits, Location at) implements NamespaceSettings {

        public IpcLimits {
            limits = List.copyOf(limits);
        }

        /// A limit, `kernel.shmmax`, as the file of that name says it.
        public record Limit(String name, String value) {}
    }

    /// An interface of a network namespace.
    ///
    /// @param type e.g. `VETH`
    /// @param mtu largest packet, bytes
    /// @param flags IFF_* bits
    /// @param address of the hardware, if it has one
    /// @param links what it belongs to or leads to: the other end of a pair, a bridge, the interface below it and how it shares
    ///     that, who may attach to a tunnel
    /// @param settings under `/proc/sys/net` for this interface
    record Interface(
            long id,
            long index,
            String name,
            String type,
            long mtu,
            int flags,
            Optional<String> address,
            List<String> links,
            List<Setting> settings,
            Location at)
            implements NamespaceSettings {

        public Interface {
            links = List.copyOf(links);
            settings = List.copyOf(settings);
        }

        /// The IFF_* bits by their names.
        public List<String> flagNames() {
            return InterfaceFlags.of(flags);
        }
    }

    /// How a network namespace was set up beyond its interfaces.
    ///
    /// @param on the interface that it is about, of addresses and of routes into everywhere
    /// @param fields what the message says, in its order; of a firewall the line, without a name
    record NetworkFact(
            long id, Kind kind, Optional<OnInterface> on, List<Field> fields, Location at)
            implements NamespaceSettings {

        public NetworkFact {
            fields = List.copyOf(fields);
        }

        /// The same with other fields.
        public NetworkFact with(List<Field> others) {
            return new NetworkFact(id, kind, on, others, at);
        }

        /// Each field with its name: `index 2, IFA_LOCAL 10.88.0.8`.
        public String text() {
            return fields.stream().map(Field::text).collect(Collectors.joining(", "));
        }

        /// @param name as in the kernel's headers, `IFA_LOCAL`, below the attribute that it is nested in, `CTA_TUPLE_ORIG/CTA_TUPLE_IP`
        /// @param value as `ip` and `conntrack` would show it
        public record Field(String name, String value) {

            String text() {
                return name.isEmpty() ? value : name + " " + value;
            }
        }

        /// What an interface has.
        ///
        /// @param index of the interface
        /// @param value of an address `10.88.0.8/16`, of a route into everywhere its gateway
        public record OnInterface(long index, String value) {}

        /// What it is about.
        public enum Kind {
            ADDRESS("address"),
            ROUTE("route"),
            /// Which table of routes is asked.
            RULE("rule"),
            /// A connection that was tracked.
            CONNECTION("tracked connection"),
            /// A connection that a tracked one is expected to open.
            EXPECTATION("expected connection"),
            /// A line of the firewall for IPv4.
            IPTABLES("iptables"),
            /// A line of the firewall for IPv6.
            IP6TABLES("ip6tables"),
            /// A line of the firewall for both.
            NFTABLES("nftables");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            /// The word for tables.
            public String label() {
                return label;
            }
        }
    }
}
