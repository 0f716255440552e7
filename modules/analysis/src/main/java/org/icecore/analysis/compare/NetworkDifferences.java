package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.NetworkInterface;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.checkpoint.namespace.NamespaceSettings.Setting;
import org.icecore.evidence.Location;

/// Compares the network: the interfaces as the engines set them up, and namespaces, interfaces, their settings, addresses,
/// routes, rules, connections and firewalls as the images tell them.
///
/// Namespaces are matched in the order of their ids. Where only one checkpoint has such images, that alone is told: what the
/// other does not hold need not have been absent.
final class NetworkDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    NetworkDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare() {
        ofEngines();
        var old = NetworkImages.of(first);
        var now = NetworkImages.of(second);
        Keyed.of(old.namespaces(), now.namespaces(), NetworkImages.Space::key)
                .each(this::compare, _ -> {}, _ -> {});
        if (old.isEmpty() != now.isEmpty()) {
            ledger.changed(
                    new Topic(
                            ChangeKind.NETWORK,
                            Optional.empty(),
                            "network namespace",
                            first.ref(),
                            second.ref(),
                            old.at(),
                            now.at()),
                    "images",
                    held(old),
                    held(now),
                    "only one of the checkpoints holds them");
            return;
        }
        Keyed.of(old.interfaces(), now.interfaces(), NetworkImages.Device::key)
                .each(this::compare, this::removed, this::added);
        Thing.compare(ChangeKind.NETWORK, first, old.things(), second, now.things(), ledger);
    }

    private static String held(NetworkImages images) {
        return images.isEmpty()
                ? "not captured: the checkpoint holds no image of interfaces, addresses, routes or rules"
                : "%s, %s"
                        .formatted(
                                Counted.of(images.interfaces().size(), "interface"),
                                Counted.of(images.things().size(), "setting"));
    }

    /// A namespace that only one of them has is told with what lies in it and with the tasks that are in it.
    private void compare(NetworkImages.Space before, NetworkImages.Space after) {
        var old = before.network();
        var now = after.network();
        var topic = topic("network namespace", old.at(), now.at());
        ledger.compare(topic, "kept by", keeper(old), keeper(now));
        settings(topic, old.settings(), now.settings());
    }

    private static String keeper(NamespaceSettings.Network network) {
        return network.externalKey().map(key -> "the engine, as " + key).orElse("the checkpoint");
    }

    /// What only one side tells another release of CRIU or another kernel may have added: that is no change of the container.
    private void settings(Topic topic, List<Setting> before, List<Setting> after) {
        Keyed.of(before, after, Setting::name)
                .each(
                        (old, now) -> ledger.compare(topic, now.name(), old.value(), now.value()),
                        _ -> {},
                        _ -> {});
    }

    private Topic topic(String subject, Location before, Location after) {
        return new Topic(
                ChangeKind.NETWORK,
                Optional.empty(),
                subject,
                ref(first, before),
                ref(second, after),
                Optional.of(before),
                Optional.of(after));
    }

    private void compare(NetworkImages.Device before, NetworkImages.Device after) {
        var old = before.device();
        var now = after.device();
        var topic = topic(subject(now.name()), old.at(), now.at());
        ledger.compare(topic, "type", old.type(), now.type());
        ledger.compare(topic, "index", old.index(), now.index());
        ledger.compare(topic, "MTU", old.mtu(), now.mtu());
        ledger.compare(topic, "flags", flags(old), flags(now));
        ledger.compare(topic, "MAC", old.address(), now.address(), text -> text);
        ledger.compare(
                topic, "links", String.join(", ", old.links()), String.join(", ", now.links()));
        settings(topic, old.settings(), now.settings());
    }

    private void removed(NetworkImages.Device before) {
        ledger.add(
                new Change.Removed(
                        ChangeKind.NETWORK,
                        Optional.empty(),
                        subject(before.device().name()),
                        side(first, before.device()),
                        ""));
    }

    private void added(NetworkImages.Device after) {
        ledger.add(
                new Change.Added(
                        ChangeKind.NETWORK,
                        Optional.empty(),
                        subject(after.device().name()),
                        side(second, after.device()),
                        ""));
    }

    private static Side side(Checkpoint checkpoint, NamespaceSettings.Interface device) {
        return new Side(
                "%s, index %d, MTU %d, %s%s"
                        .formatted(
                                device.type(),
                                device.index(),
                                device.mtu(),
                                flags(device),
                                device.address().map(address -> ", " + address).orElse("")),
                ref(checkpoint, device.at()),
                Optional.of(device.at()));
    }

    private static String flags(NamespaceSettings.Interface device) {
        return device.flagNames().isEmpty() ? "no flags" : String.join(" ", device.flagNames());
    }

    private static ArtefactRef ref(Checkpoint checkpoint, Location at) {
        return new ArtefactRef.OfMember(checkpoint.id(), at.member());
    }

    private static String subject(String name) {
        return "interface " + name;
    }

    private void ofEngines() {
        Keyed.of(
                        first.container().interfaces(),
                        second.container().interfaces(),
                        item -> item.network() + " " + item.name())
                .each(
                        (old, now) -> {
                            var topic =
                                    new Topic(
                                            ChangeKind.NETWORK,
                                            Optional.empty(),
                                            subject(now.name()),
                                            first.ref(),
                                            second.ref(),
                                            status(first),
                                            status(second));
                            ledger.compare(topic, "addresses", addresses(old), addresses(now));
                            ledger.compare(
                                    topic, "gateway", old.gateway(), now.gateway(), text -> text);
                            ledger.compare(topic, "MAC", old.mac(), now.mac(), text -> text);
                        },
                        old ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.NETWORK,
                                                Optional.empty(),
                                                subject(old.name()),
                                                side(first, old),
                                                "")),
                        now ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.NETWORK,
                                                Optional.empty(),
                                                subject(now.name()),
                                                side(second, now),
                                                "")));
    }

    private static Side side(Checkpoint checkpoint, NetworkInterface item) {
        return new Side(
                "%s %s".formatted(item.name(), addresses(item)),
                checkpoint.ref(),
                status(checkpoint));
    }

    private static String addresses(NetworkInterface item) {
        return item.addresses().stream().collect(Collectors.joining(", "));
    }

    /// The file in which the engine tells of its interfaces, as a whole.
    private static Optional<Location> status(Checkpoint checkpoint) {
        return checkpoint.account().documents().stream()
                .filter(document -> document.name().equals("network.status"))
                .flatMap(document -> document.members().stream())
                .map(member -> Location.of(member.name(), 0, member.size()))
                .findFirst();
    }
}
