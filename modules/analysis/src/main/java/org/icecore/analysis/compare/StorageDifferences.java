package org.icecore.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.file.GhostFile;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;
import org.icecore.evidence.Member;

/// Compares what is stored beside the tasks: changes of the root file system, ghost files, members of the archive.
final class StorageDifferences {

    private final Checkpoint first;
    private final Checkpoint second;
    private final Ledger ledger;

    StorageDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {
        this.first = first;
        this.second = second;
        this.ledger = ledger;
    }

    void compare() {
        new RootfsDifferences(first, second, ledger).compare();
        ghosts();
        members();
    }

    /// A ghost file and a path that leads to it; its id is numbered anew by each dump.
    private record NamedGhost(String path, GhostFile file, CheckpointId checkpoint) {

        Side side() {
            return new Side(
                    "%s, mode 0%o, owner %d:%d, modified %s"
                            .formatted(
                                    CellText.exactBytes(file.size()),
                                    file.mode(),
                                    file.uid(),
                                    file.gid(),
                                    file.modified().map(Object::toString).orElse("not recorded")),
                    new ArtefactRef.OfMember(checkpoint, file.at().member()),
                    Optional.of(file.at()));
        }
    }

    private void ghosts() {
        Keyed.of(ghosts(first), ghosts(second), NamedGhost::path)
                .each(
                        (before, after) -> {
                            var old = before.side();
                            var now = after.side();
                            if (!old.text().equals(now.text())) {
                                ledger.add(
                                        new Change.Changed(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                after.path(),
                                                "file",
                                                old,
                                                now,
                                                ""));
                            }
                        },
                        before ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                before.path(),
                                                before.side(),
                                                "")),
                        after ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.GHOST_FILE,
                                                Optional.empty(),
                                                after.path(),
                                                after.side(),
                                                "")));
    }

    private static List<NamedGhost> ghosts(Checkpoint checkpoint) {
        var paths = new HashMap<GhostFile, String>();
        for (var file : checkpoint.files()) {
            checkpoint.ghost(file).ifPresent(ghost -> paths.putIfAbsent(ghost, file.link()));
        }
        var named = new ArrayList<NamedGhost>();
        for (var ghost : checkpoint.ghostFiles()) {
            var path = paths.getOrDefault(ghost, "ghost file without a name");
            named.add(new NamedGhost(path, ghost, checkpoint.id()));
        }
        return named;
    }

    private void members() {
        Keyed.of(files(first), files(second), Member::name)
                .each(
                        (before, after) -> {
                            var topic =
                                    new Topic(
                                            ChangeKind.MEMBER,
                                            Optional.empty(),
                                            after.name(),
                                            ref(first, before),
                                            ref(second, after),
                                            Optional.of(at(before)),
                                            Optional.of(at(after)));
                            ledger.compare(topic, "size", before.size(), after.size());
                            ledger.compare(topic, "type", before.type(), after.type());
                            ledger.compare(
                                    topic,
                                    "mode",
                                    "%04o".formatted(before.mode()),
                                    "%04o".formatted(after.mode()));
                            ledger.compare(topic, "owner", owner(before), owner(after));
                        },
                        before ->
                                ledger.add(
                                        new Change.Removed(
                                                ChangeKind.MEMBER,
                                                Optional.empty(),
                                                before.name(),
                                                side(first, before),
                                                lost(second))),
                        after ->
                                ledger.add(
                                        new Change.Added(
                                                ChangeKind.MEMBER,
                                                Optional.empty(),
                                                after.name(),
                                                side(second, after),
                                                lost(first))));
    }

    /// What a member that `other` does not have means, if its archive is not whole.
    private static String lost(Checkpoint other) {
        var loss = other.archive().loss();
        return loss == Loss.NONE ? "" : loss.explain("not in the archive of " + other.id());
    }

    private static List<Member> files(Checkpoint checkpoint) {
        return checkpoint.members().stream().map(CheckpointMember::member).toList();
    }

    private static String owner(Member member) {
        return member.uid() + ":" + member.gid();
    }

    private static Side side(Checkpoint checkpoint, Member member) {
        return new Side(
                CellText.exactBytes(member.size()),
                ref(checkpoint, member),
                Optional.of(at(member)));
    }

    private static ArtefactRef ref(Checkpoint checkpoint, Member member) {
        return new ArtefactRef.OfMember(checkpoint.id(), member.name());
    }

    private static Location at(Member member) {
        return Location.of(member.name(), 0, member.size());
    }
}
