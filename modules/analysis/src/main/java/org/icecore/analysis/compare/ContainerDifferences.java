package org.icecore.analysis.compare;

import java.util.Optional;
import java.util.TreeSet;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.OciMount;
import org.icecore.checkpoint.namespace.HostName;

/// Compares what the engines said of two containers. When the checkpoints were taken is no difference.
final class ContainerDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    ContainerDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare() {
        var topic = topic(ChangeKind.METADATA, "container");
        var old = first.container();
        var now = second.container();
        ledger.compare(topic, "id", old.id(), now.id(), text -> text);
        ledger.compare(topic, "name", old.name(), now.name(), text -> text);
        ledger.compare(topic, "image", old.image(), now.image(), text -> text);
        ledger.compare(topic, "image id", old.imageId(), now.imageId(), text -> text);
        ledger.compare(topic, "engine", old.engine().label(), now.engine().label());
        ledger.compare(topic, "runtime", old.runtime(), now.runtime(), text -> text);
        ledger.compare(topic, "created", old.created(), now.created(), Object::toString);
        ledger.compare(topic, "pod", old.pod(), now.pod(), text -> text);
        ledger.compare(
                topic, "pod namespace", old.podNamespace(), now.podNamespace(), text -> text);
        ledger.compare(
                topic, "privileged", old.privileged(), now.privileged(), set -> set ? "yes" : "no");
        ledger.compare(
                topic, "command", String.join(" ", old.command()), String.join(" ", now.command()));
        ledger.compare(topic, "host name", old.hostname(), now.hostname(), text -> text);
        annotations(topic, old, now);
        ledger.compare(
                topic(ChangeKind.HOST_NAME, "UTS namespace"),
                "node name",
                first.hostName(),
                second.hostName(),
                HostName::nodeName);
        ledger.compare(
                topic(ChangeKind.HOST_NAME, "UTS namespace"),
                "domain name",
                first.hostName(),
                second.hostName(),
                HostName::domainName);
        specificationMounts();
    }

    private void annotations(Topic topic, Container old, Container now) {
        var names = new TreeSet<>(old.annotations().keySet());
        names.addAll(now.annotations().keySet());
        for (var name : names) {
            ledger.compare(
                    topic,
                    "annotation " + name,
                    Optional.ofNullable(old.annotations().get(name)),
                    Optional.ofNullable(now.annotations().get(name)),
                    text -> text);
        }
    }

    private void specificationMounts() {
        Keyed.of(first.container().mounts(), second.container().mounts(), OciMount::destination)
                .each(
                        (old, now) ->
                                ledger.compare(
                                        topic(
                                                ChangeKind.MOUNT,
                                                "mount of the specification " + now.destination()),
                                        "mount",
                                        text(old),
                                        text(now)),
                        old ->
                                removed(
                                        ChangeKind.MOUNT,
                                        "mount of the specification " + old.destination(),
                                        text(old)),
                        now ->
                                added(
                                        ChangeKind.MOUNT,
                                        "mount of the specification " + now.destination(),
                                        text(now)));
    }

    private Topic topic(ChangeKind kind, String subject) {
        return new Topic(
                kind,
                Optional.empty(),
                subject,
                first.ref(),
                second.ref(),
                Optional.empty(),
                Optional.empty());
    }

    private void added(ChangeKind kind, String subject, String text) {
        ledger.add(
                new Change.Added(
                        kind,
                        Optional.empty(),
                        subject,
                        new Side(text, second.ref(), Optional.empty()),
                        ""));
    }

    private void removed(ChangeKind kind, String subject, String text) {
        ledger.add(
                new Change.Removed(
                        kind,
                        Optional.empty(),
                        subject,
                        new Side(text, first.ref(), Optional.empty()),
                        ""));
    }

    private static String text(OciMount mount) {
        return "%s %s (%s)"
                .formatted(mount.type(), mount.source(), String.join(",", mount.options()));
    }
}
