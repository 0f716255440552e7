package org.icecore.analysis.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icecore.analysis.content.ExtendedAttributeText;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.evidence.Location;
import org.icecore.evidence.Member;

/// Compares what the engines exported of the root file system. Each side is itself a difference, to the image.
record RootfsDifferences(Checkpoint first, Checkpoint second, Ledger ledger) {

    void compare() {
        if (first.rootfsChanges().found().isEmpty() || second.rootfsChanges().found().isEmpty()) {
            ledger.compare(
                    new Topic(
                            ChangeKind.ROOTFS,
                            Optional.empty(),
                            "root file system",
                            first.ref(),
                            second.ref(),
                            Observations.at(first.rootfsChanges()),
                            Observations.at(second.rootfsChanges())),
                    "export",
                    first.rootfsChanges(),
                    second.rootfsChanges(),
                    changes -> Counted.of(changes.size(), "path"));
        }
        var old = first.rootfsChanges().found().orElse(List.of());
        var now = second.rootfsChanges().found().orElse(List.of());
        Keyed.of(old, now, RootfsChange::path)
                .each(this::inBoth, this::disappeared, this::appeared);
    }

    /// A path that only the first export lists.
    private void disappeared(RootfsChange before) {
        second.rootfsChanges()
                .absence()
                .ifPresentOrElse(
                        reason ->
                                ledger.unknown(
                                        new Change.Removed(
                                                ChangeKind.ROOTFS,
                                                Optional.empty(),
                                                before.path(),
                                                side(first, before),
                                                ""),
                                        "the second checkpoint cannot tell: it has no export: "
                                                + reason),
                        () -> removed(side(first, before), before, Optional.empty(), notListed()));
    }

    private String notListed() {
        return ledger.secondTells(ChangeKind.ROOTFS)
                ? "the second export does not list the path: it may be as in the image again, or gone"
                : "the second export does not list the path";
    }

    /// A path that only the second export lists. A deletion is listed only of what the image holds; the reference is to the
    /// entry of the second, since the first has none.
    private void appeared(RootfsChange after) {
        switch (after.kind()) {
            case WRITTEN -> added(after, "written since: added or modified");
            case EMPTIED -> added(after, "emptied since: what the image had in it is gone");
            case DELETED -> {
                if (ledger.firstTells(ChangeKind.ROOTFS)) {
                    var whole = first.rootfsChanges().found().isPresent();
                    removed(
                            new Side(
                                    whole ? "as in the image" : "not known: no export",
                                    ref(second, after),
                                    Optional.empty()),
                            after,
                            Optional.of(after.at()),
                            whole
                                    ? "deleted since: the second export lists it as deleted, the first does not"
                                    : "the second export lists it as deleted; when is not known");
                } else {
                    ledger.unknown(
                            new Change.Added(
                                    ChangeKind.ROOTFS,
                                    Optional.empty(),
                                    after.path(),
                                    side(second, after),
                                    ""),
                            "the second export lists it as deleted; when is not known, since the first checkpoint has no whole export");
                }
            }
        }
    }

    private void inBoth(RootfsChange before, RootfsChange after) {
        if (before.kind() == RootfsChange.Kind.WRITTEN
                && after.kind() == RootfsChange.Kind.DELETED) {
            removed(
                    side(first, before),
                    before,
                    Optional.of(after.at()),
                    "deleted since: the second export lists it as deleted");
            return;
        }
        ledger.compare(
                new Topic(
                        ChangeKind.ROOTFS,
                        Optional.empty(),
                        after.path(),
                        ref(first, before),
                        ref(second, after),
                        Optional.of(before.at()),
                        Optional.of(after.at())),
                "entry",
                text(before),
                text(after));
    }

    private void added(RootfsChange after, String note) {
        ledger.add(
                new Change.Added(
                        ChangeKind.ROOTFS,
                        Optional.empty(),
                        after.path(),
                        side(second, after),
                        note));
    }

    private void removed(Side side, RootfsChange change, Optional<Location> proof, String note) {
        ledger.add(
                new Change.Removed(
                        ChangeKind.ROOTFS, Optional.empty(), change.path(), side, proof, note));
    }

    private static Side side(Checkpoint checkpoint, RootfsChange change) {
        return new Side(text(change), ref(checkpoint, change), Optional.of(change.at()));
    }

    private static String text(RootfsChange change) {
        var kind = change.kind().name().toLowerCase(Locale.ROOT);
        return change.entry().map(member -> kind + ", " + text(member)).orElse(kind);
    }

    private static String text(Member member) {
        return "%s, mode %04o, owner %d:%d, modified %s%s%s"
                .formatted(
                        CellText.exactBytes(member.size()),
                        member.mode(),
                        member.uid(),
                        member.gid(),
                        CellText.exactMoment(member.modified()),
                        member.linkTarget().isEmpty() ? "" : ", link to " + member.linkTarget(),
                        member.extended().stream()
                                .map(attribute -> ", " + ExtendedAttributeText.of(attribute))
                                .collect(Collectors.joining()));
    }

    private static ArtefactRef ref(Checkpoint checkpoint, RootfsChange change) {
        return new ArtefactRef.OfRootfsEntry(checkpoint.id(), change.path());
    }
}
