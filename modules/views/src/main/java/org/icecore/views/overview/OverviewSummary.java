package org.icecore.views.overview;

import java.util.ArrayList;
import java.util.List;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.MemoryCounts;
import org.icecore.analysis.compare.Summary;
import org.icecore.analysis.content.Fact;
import org.icecore.analysis.content.OverviewTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.CellText;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.CheckpointId;
import org.icecore.checkpoint.container.Container;
import org.icecore.checkpoint.container.Engine;

/// The words of an overview.
///
/// @param title the container
/// @param subtitle its image, engine and runtime
/// @param frozen when and for how long it stood still
/// @param facts by group, in the order of the answer
/// @param missing what the checkpoint does not hold, one sentence each
public record OverviewSummary(
        String title, String subtitle, String frozen, List<Fact> facts, List<String> missing) {

    public OverviewSummary {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
    }

    /// The words for a checkpoint.
    public static OverviewSummary of(Checkpoint checkpoint) {
        var container = checkpoint.container();
        var facts = OverviewTable.of(checkpoint).rows();
        return new OverviewSummary(
                container.title(), subtitle(container), frozen(checkpoint), facts, missing(checkpoint, facts));
    }

    /// The facts of a group that have a value.
    public List<Fact> known(String group) {
        return facts.stream()
                .filter(fact -> fact.group().equals(group) && fact.value().present())
                .toList();
    }

    /// What changed between the two, a short statement each, seen from one of them.
    public static List<String> since(Comparison comparison, CheckpointId from) {
        var summary = comparison.summary();
        var lines = new ArrayList<String>();
        summary.lines().forEach(line -> lines.add(words(line)));
        memory(summary.memory(), lines);
        if (lines.isEmpty()) {
            lines.add("nothing changed");
        }
        if (comparison.match().needsWarning()) {
            lines.addFirst("%s; %s".formatted(
                    comparison.match().relation().label(), comparison.match().orderReason()));
        }
        return List.copyOf(lines);
    }

    private static String words(Summary.Line line) {
        var parts = new ArrayList<String>();
        if (line.added() > 0) {
            parts.add("+%,d".formatted(line.added()));
        }
        if (line.removed() > 0) {
            parts.add("-%,d".formatted(line.removed()));
        }
        if (line.changed() > 0) {
            parts.add("~%,d".formatted(line.changed()));
        }
        return "%s  %s".formatted(line.kind().label(), String.join("  ", parts));
    }

    private static void memory(MemoryCounts counts, List<String> lines) {
        if (counts.bytesChanged() > 0) {
            lines.add("%s changed in %,d pages"
                    .formatted(CellText.exactBytes(counts.bytesChanged()), counts.pagesChanged()));
        }
    }

    private static String subtitle(Container container) {
        var words = new ArrayList<String>();
        container.image().ifPresent(words::add);
        words.add(container.engine() == Engine.UNKNOWN ? "engine not known" : container.engine().label());
        container.runtime().ifPresent(words::add);
        return String.join("  \u00b7  ", words);
    }

    private static String frozen(Checkpoint checkpoint) {
        var words = new ArrayList<String>();
        checkpoint.container().id().map(Container::shortened).ifPresent(words::add);
        checkpoint.container().checkpointed().ifPresent(moment -> words.add("checkpointed " + CellText.moment(moment)));
        checkpoint.statistics().found().ifPresent(statistics ->
                words.add("frozen for " + CellText.duration(statistics.frozenMicros())));
        return String.join("  \u00b7  ", words);
    }

    private static List<String> missing(Checkpoint checkpoint, List<Fact> facts) {
        var missing = new ArrayList<String>();
        checkpoint.defects().forEach(defect -> missing.add(defect.toString()));
        facts.stream()
                .filter(fact -> fact.value() instanceof Cell.Absent)
                .map(fact -> (Cell.Absent) fact.value())
                .map(Cell.Absent::reason)
                .distinct()
                .forEach(reason -> missing.add(named(reason, facts)));
        checkpoint.rootfsChanges().absence()
                .filter(reason -> missing.stream().noneMatch(line -> line.contains(reason)))
                .ifPresent(reason -> missing.add("Root file system changes: " + reason));
        return missing;
    }

    /// The facts that one reason takes away, in one line.
    private static String named(String reason, List<Fact> facts) {
        var names = facts.stream()
                .filter(fact -> fact.value() instanceof Cell.Absent(_, var other) && other.equals(reason))
                .map(Fact::title)
                .toList();
        return "%s: %s".formatted(String.join(", ", names), reason);
    }
}
