package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.content.MountFlags;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.namespace.Mount;

/// Compares the mount tables. Namespaces are matched in the order of their ids, mounts by their place and, where several lie upon
/// each other, by their order: ids are numbered anew when a container is restored.
final class MountDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    MountDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    private record Place(int namespace, String mountPoint) {}

    void compare() {
        var namespacesBefore = namespaces(first.mounts());
        var namespacesAfter = namespaces(second.mounts());
        var old = new ArrayList<Placed>();
        first.mounts()
                .forEach(
                        mount ->
                                old.add(
                                        new Placed(
                                                namespacesBefore.indexOf(mount.namespace()),
                                                mount)));
        var now = new ArrayList<Placed>();
        second.mounts()
                .forEach(
                        mount ->
                                now.add(
                                        new Placed(
                                                namespacesAfter.indexOf(mount.namespace()),
                                                mount)));
        Keyed.of(old, now, placed -> new Place(placed.namespace(), placed.mount().mountPoint()))
                .each(
                        (before, after) -> compare(before.mount(), after.mount()),
                        before ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.MOUNT,
                                                Optional.empty(),
                                                subject(before),
                                                side(first.id(), before),
                                                "")),
                        after ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.MOUNT,
                                                Optional.empty(),
                                                subject(after),
                                                side(second.id(), after),
                                                "")));
    }

    private record Placed(int namespace, Mount mount) {}

    private void compare(Mount before, Mount after) {
        var topic =
                new Topic(
                        ChangeKind.MOUNT,
                        Optional.empty(),
                        "mount " + after.mountPoint(),
                        ref(first.id(), before),
                        ref(second.id(), after),
                        Optional.of(before.at()),
                        Optional.of(after.at()));
        ledger.compare(topic, "type", before.type(), after.type(), Function.identity());
        ledger.compare(topic, "source", before.source(), after.source());
        ledger.compare(topic, "root", before.root(), after.root());
        ledger.compare(topic, "options", before.options(), after.options());
        ledger.compare(
                topic,
                "flags",
                String.join("|", MountFlags.names(before.flags())),
                String.join("|", MountFlags.names(after.flags())));
        ledger.compare(
                topic, "flags of the file system", fileSystemFlags(before), fileSystemFlags(after));
        ledger.compare(
                topic,
                "directory removed",
                Observations.yesNo(before.removed()),
                Observations.yesNo(after.removed()));
        ledger.compare(topic, "external", before.externalKey(), after.externalKey(), text -> text);
    }

    private static String fileSystemFlags(Mount mount) {
        return mount.fileSystemFlags().isPresent()
                ? String.join("|", MountFlags.names(mount.fileSystemFlags().getAsInt()))
                : Observations.number(mount.fileSystemFlags());
    }

    private static List<Long> namespaces(List<Mount> mounts) {
        var ids = new TreeSet<Long>();
        mounts.forEach(mount -> ids.add(mount.namespace()));
        return List.copyOf(ids);
    }

    private static String subject(Placed placed) {
        return "mount " + placed.mount().mountPoint();
    }

    private static Side side(CheckpointId id, Placed placed) {
        var mount = placed.mount();
        return new Side(
                Stream.of(mount.type().found().orElse(""), mount.source(), mount.options())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")),
                ref(id, mount),
                Optional.of(mount.at()));
    }

    private static ArtefactRef ref(CheckpointId id, Mount mount) {
        return new ArtefactRef.OfMount(id, mount.namespace(), mount.id());
    }
}
