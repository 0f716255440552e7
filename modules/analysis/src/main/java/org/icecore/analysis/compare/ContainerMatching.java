package org.icecore.analysis.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.ContainerMatch.Order;
import org.icecore.analysis.compare.ContainerMatch.Relation;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.evidence.Archive;

/// Judges whether two checkpoints are of one container, by what the engines wrote.
final class ContainerMatching {

    private ContainerMatching() {}

    static ContainerMatch of(Checkpoint before, Checkpoint after) {
        var reasons = new ArrayList<String>();
        var relation = relation(before, after, reasons);
        var first = time(before);
        var second = time(after);
        if (first.isEmpty() || second.isEmpty()) {
            return new ContainerMatch(
                    relation,
                    reasons,
                    Order.UNKNOWN,
                    "a checkpoint bears no time: its engine names none, and files of a folder may bear that of a copy");
        }
        var order = Integer.signum(first.get().moment().compareTo(second.get().moment()));
        return new ContainerMatch(
                relation,
                reasons,
                order < 0 ? Order.FORWARD : order > 0 ? Order.REVERSED : Order.SAME_TIME,
                "%s: %s, %s: %s"
                        .formatted(
                                before.id(), first.get().text(), after.id(), second.get().text()));
    }

    private static Relation relation(Checkpoint before, Checkpoint after, List<String> reasons) {
        var first = before.container();
        var second = after.container();
        var sameId = agree("id", first.id(), second.id(), reasons);
        var sameImage = agree("image", first.image(), second.image(), reasons);
        var sameName = agree("name", first.name(), second.name(), reasons);
        if (sameId.isPresent()) {
            if (sameId.get()) {
                return Relation.SAME_CONTAINER;
            }
            return sameImage.orElse(false) && sameName.orElse(false)
                    ? Relation.SAME_ORIGIN
                    : Relation.UNRELATED;
        }
        return sameImage.filter(same -> !same).isPresent()
                ? Relation.UNRELATED
                : Relation.UNDECIDED;
    }

    /// Whether both name it and agree; empty if one of them is silent.
    private static Optional<Boolean> agree(
            String what, Optional<String> before, Optional<String> after, List<String> reasons) {
        if (before.isEmpty() || after.isEmpty()) {
            reasons.add(
                    "%s: %s and %s"
                            .formatted(
                                    what,
                                    before.orElse("not recorded"),
                                    after.orElse("not recorded")));
            return Optional.empty();
        }
        var same = before.equals(after);
        reasons.add(
                same
                        ? "%s: %s in both".formatted(what, before.get())
                        : "%s: %s and %s".formatted(what, before.get(), after.get()));
        return Optional.of(same);
    }

    /// When the engine says the checkpoint was taken, else when the images were written. Files of a folder bear the time
    /// of their last copying as a rule, which tells nothing; those of an archive in a folder bear their own.
    private static Optional<Time> time(Checkpoint checkpoint) {
        return checkpoint
                .container()
                .checkpointed()
                .map(moment -> new Time(moment, "checkpointed " + CellText.moment(moment)))
                .or(
                        () ->
                                checkpoint
                                        .written()
                                        .found()
                                        .filter(_ -> isPacked(checkpoint))
                                        .map(
                                                moment ->
                                                        new Time(
                                                                moment,
                                                                "images written "
                                                                        + CellText.moment(
                                                                                moment))));
    }

    /// Whether the images lie in an archive, whose headers keep their times.
    private static boolean isPacked(Checkpoint checkpoint) {
        return checkpoint.archive().packing() != Archive.Packing.DIRECTORY
                || checkpoint
                        .imageDirectory()
                        .flatMap(
                                directory ->
                                        checkpoint
                                                .member(directory + "inventory.img")
                                                .or(
                                                        () ->
                                                                checkpoint.member(
                                                                        directory + "pstree.img")))
                        .filter(image -> image.member().header().length() > 0)
                        .isPresent();
    }

    private record Time(Instant moment, String text) {}
}
