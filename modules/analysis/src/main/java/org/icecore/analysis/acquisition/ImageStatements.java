package org.icecore.analysis.acquisition;

import static org.icecore.analysis.acquisition.Topic.IMAGES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.StaleColumn;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.NaturalOrder;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.CheckpointMember;
import org.icecore.checkpoint.container.MemberKind;
import org.icecore.checkpoint.dump.ExpectedImages;
import org.icecore.evidence.Defect;
import org.icecore.evidence.Location;
import org.icecore.evidence.Loss;

/// Whether the images are whole, and which are not of this dump.
record ImageStatements(Checkpoint checkpoint) {

    private static final int MOST_MISSING = 200;
    private static final int MOST_NAMES = 20;

    List<Statement> all() {
        var all = new ArrayList<Statement>();
        all.add(archive());
        all.add(defects());
        if (checkpoint.imageDirectory().isEmpty()) {
            all.add(
                    Statement.gap(
                            IMAGES,
                            "CRIU's part",
                            Cell.notCaptured(
                                    checkpoint
                                            .archive()
                                            .loss()
                                            .explain("no image of CRIU is in the checkpoint")),
                            "nothing is known of tasks, memory, files and sockets"));
            return all;
        }
        expected(checkpoint.account().expectedImages(), all);
        all.add(stale());
        all.add(unknown());
        restored().ifPresent(all::add);
        return all;
    }

    /// What CRIU leaves in the folder of the images when it restores from there.
    private Optional<Statement> restored() {
        return checkpoint.members().stream()
                .filter(member -> member.isOwnImage("STATS_RESTORE"))
                .findFirst()
                .map(
                        member ->
                                Statement.caution(
                                                IMAGES,
                                                "Restored",
                                                Cell.text(member.member().name()),
                                                "tasks were restored, as a rule from these images, and may have run on since")
                                        .at(
                                                Location.of(
                                                        member.member().name(),
                                                        0,
                                                        member.member().size())));
    }

    private Statement archive() {
        var loss = checkpoint.archive().loss();
        return switch (loss) {
            case NONE ->
                    Statement.fact(
                            IMAGES,
                            "Archive",
                            Cell.text("all members can be listed"),
                            "what is not in it was not lost by damage that shows");
            case CUT, DAMAGED ->
                    Statement.gap(
                            IMAGES,
                            "Archive",
                            Cell.text(loss == Loss.CUT ? "truncated" : "damaged"),
                            loss.explain("whatever is said to be absent may have been there"));
        };
    }

    private Statement defects() {
        var defects = checkpoint.defects();
        var lossy = defects.stream().filter(defect -> defect.kind() != Defect.Kind.ODD).toList();
        if (lossy.isEmpty() && !defects.isEmpty()) {
            return Statement.caution(
                            IMAGES,
                            "Defects",
                            Cell.text(
                                    "none that lost anything; %s, the first: %s"
                                            .formatted(
                                                    Counted.of(
                                                            defects.size(), "oddity", "oddities"),
                                                    defects.getFirst().text())),
                            "all that was read can be read as what it claims to be; what is unusual, inspect and the report list")
                    .at(defects.getFirst().at());
        }
        var first = lossy.stream().findFirst();
        return (defects.isEmpty()
                        ? Statement.fact(
                                IMAGES,
                                "Defects",
                                Cell.text("none was found"),
                                "all that was read can be read as what it claims to be")
                        : Statement.gap(
                                IMAGES,
                                "Defects",
                                Cell.text(
                                        "%s; the first: %s"
                                                .formatted(
                                                        Counted.of(defects.size(), "defect"),
                                                        first.orElseThrow().text())),
                                "what cannot be read is unknown; inspect and the report list them all"))
                .at(first.map(Defect::at));
    }

    private static void expected(ExpectedImages images, List<Statement> all) {
        var there = images.expected() - images.missingCount();
        var found =
                Cell.text(
                        "%,d of %s"
                                .formatted(there, Counted.of(images.expected(), "expected image")));
        all.add(
                images.missingCount() == 0
                        ? Statement.fact(
                                IMAGES,
                                "Expected images",
                                found,
                                "each image that others speak of is there; queues, locks and connections have one only if there were any")
                        : Statement.gap(
                                IMAGES,
                                "Expected images",
                                found,
                                "those that others speak of and that are not there follow"));
        images.missing().stream()
                .limit(MOST_MISSING)
                .forEach(
                        missing ->
                                all.add(
                                        Statement.gap(
                                                        IMAGES,
                                                        "Missing image",
                                                        Cell.notCaptured(missing.absence()),
                                                        "%s; %s"
                                                                .formatted(
                                                                        missing.because(),
                                                                        missing.consequence()))
                                                .at(missing.at())));
        long more = images.missingCount() - Math.min(MOST_MISSING, images.missing().size());
        if (more > 0) {
            all.add(
                    Statement.gap(
                            IMAGES,
                            "More missing images",
                            Cell.number(more),
                            "not listed here one by one"));
        }
    }

    private Statement stale() {
        var stale =
                checkpoint.members().stream()
                        .filter(CheckpointMember::stale)
                        .map(member -> member.member().name())
                        .sorted(NaturalOrder.ORDER)
                        .toList();
        if (!checkpoint.tasks().isWhole() && checkpoint.imageDirectory().isPresent()) {
            return Statement.gap(
                    IMAGES,
                    "Stale images",
                    Cell.notCaptured(StaleColumn.UNKNOWN),
                    "images of tasks may be remnants of an earlier dump into the same folder");
        }
        return stale.isEmpty()
                ? Statement.fact(
                        IMAGES,
                        "Stale images",
                        Cell.text("none was found"),
                        "no image is of a process that the process tree does not list")
                : Statement.caution(
                        IMAGES,
                        "Stale images",
                        names(stale),
                        "remnants of an earlier dump into the same folder: those processes were not there any more");
    }

    private Statement unknown() {
        var unknown =
                checkpoint.members().stream()
                        .filter(member -> member.kind() instanceof MemberKind.UnknownImage)
                        .map(CheckpointMember::member)
                        .toList();
        return unknown.isEmpty()
                ? Statement.fact(
                        IMAGES,
                        "Unknown images",
                        Cell.text("none"),
                        "this release knows the kind of each image")
                : Statement.gap(
                                IMAGES,
                                "Unknown images",
                                names(unknown.stream().map(member -> member.name()).toList()),
                                "this release cannot read them; they may hold what seems not to be there")
                        .at(
                                Optional.of(
                                        Location.of(
                                                unknown.getFirst().name(),
                                                0,
                                                unknown.getFirst().size())));
    }

    private static Cell names(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return Cell.text(
                "%,d: %s%s"
                        .formatted(names.size(), first, names.size() > MOST_NAMES ? ", ..." : ""));
    }
}
