package org.icecore.views.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.content.Fact;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.analysis.table.Counted;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Engine;
import org.icecore.evidence.Archive;
import org.icecore.evidence.Defect;
import org.icecore.views.bench.Remedy;
import org.icecore.views.bench.UnknownState;

/// The words of an overview.
///
/// @param title the container
/// @param subtitle its image, engine and runtime
/// @param frozen when and for how long it stood still
/// @param facts by group, in the order of the answer
/// @param defects what is wrong with the evidence, but for what a remedy is offered for
/// @param missing what the checkpoint does not hold, one sentence each; neither a defect nor what a remedy is offered for
public record OverviewSummary(
        String title,
        String subtitle,
        String frozen,
        List<Fact> facts,
        List<Defect> defects,
        List<String> missing) {

    public OverviewSummary {
        facts = List.copyOf(facts);
        defects = List.copyOf(defects);
        missing = List.copyOf(missing);
    }

    /// The words for a checkpoint.
    public static OverviewSummary of(Checkpoint checkpoint, UnknownState unknown) {
        var container = checkpoint.container();
        var facts = unknown.facts(checkpoint);
        var needed =
                Remedy.of(checkpoint) instanceof Remedy.SupplyParent supply ? supply.needed() : "";
        return new OverviewSummary(
                checkpoint.name(),
                subtitle(container),
                frozen(checkpoint),
                facts,
                checkpoint.defects().stream()
                        .filter(defect -> !needed.endsWith(defect.text()))
                        .toList(),
                missing(checkpoint, facts, needed));
    }

    /// The facts of a group that have a value.
    public List<Fact> known(String group) {
        return facts.stream()
                .filter(fact -> fact.group().equals(group) && fact.value().present())
                .toList();
    }

    /// What a comparison says of one kind of thing.
    ///
    /// @param what the kind, in words
    /// @param unknown of one side, while the other cannot tell
    public record Change(String what, long added, long removed, long changed, long unknown) {}

    /// What changed between the two, by kind.
    public static List<Change> changes(Comparison comparison) {
        return comparison.summary().lines().stream()
                .map(
                        line ->
                                new Change(
                                        line.kind().label(),
                                        line.added(),
                                        line.removed(),
                                        line.changed(),
                                        line.unknown()))
                .toList();
    }

    /// How much memory changed, and what is not compared; one sentence each.
    public static List<String> remarks(Comparison comparison) {
        var lines = new ArrayList<String>();
        var memory = comparison.summary().memory();
        if (memory.bytesChanged() > 0) {
            lines.add(
                    "%s of memory changed in %s."
                            .formatted(
                                    CellText.exactBytes(memory.bytesChanged()),
                                    Counted.of(memory.pagesChanged(), "page")));
        }
        if (comparison.isEmpty()) {
            lines.add("Nothing changed.");
        }
        if (!comparison.coverage().isComplete()) {
            lines.add(
                    "Not compared: %s.".formatted(String.join("; ", comparison.coverage().gaps())));
        }
        return List.copyOf(lines);
    }

    private static String subtitle(Container container) {
        var words = new ArrayList<String>();
        container.image().ifPresent(words::add);
        words.add(
                container.engine() == Engine.UNKNOWN
                        ? "engine not known"
                        : container.engine().label());
        container.runtime().ifPresent(words::add);
        return String.join("  \u00b7  ", words);
    }

    private static String frozen(Checkpoint checkpoint) {
        var words = new ArrayList<String>();
        checkpoint.container().id().map(Container::shortened).ifPresent(words::add);
        checkpoint
                .container()
                .checkpointed()
                .map(moment -> "checkpointed " + CellText.moment(moment))
                .or(() -> written(checkpoint))
                .ifPresent(words::add);
        checkpoint
                .statistics()
                .found()
                .ifPresent(
                        statistics ->
                                words.add(
                                        "frozen for "
                                                + CellText.duration(statistics.frozenMicros())));
        return String.join("  \u00b7  ", words);
    }

    /// Times of folders are those of the last copy.
    private static Optional<String> written(Checkpoint checkpoint) {
        return checkpoint.archive().packing() == Archive.Packing.DIRECTORY
                ? Optional.empty()
                : checkpoint
                        .written()
                        .found()
                        .map(moment -> "images written " + CellText.moment(moment));
    }

    private static List<String> missing(Checkpoint checkpoint, List<Fact> facts, String needed) {
        var missing = new ArrayList<String>();
        facts.stream()
                .filter(fact -> fact.value() instanceof Cell.Absent)
                .map(fact -> (Cell.Absent) fact.value())
                .map(Cell.Absent::reason)
                .distinct()
                .filter(reason -> !needed.endsWith(reason))
                .forEach(reason -> missing.add(named(reason, facts)));
        checkpoint
                .rootfsChanges()
                .absence()
                .filter(reason -> missing.stream().noneMatch(line -> line.contains(reason)))
                .ifPresent(reason -> missing.add("Root file system changes: " + reason));
        return missing;
    }

    /// The facts that one reason takes away, in one line.
    private static String named(String reason, List<Fact> facts) {
        var names =
                facts.stream()
                        .filter(
                                fact ->
                                        fact.value() instanceof Cell.Absent(_, var other)
                                                && other.equals(reason))
                        .map(Fact::title)
                        .toList();
        return "%s: %s".formatted(String.join(", ", names), reason);
    }
}
