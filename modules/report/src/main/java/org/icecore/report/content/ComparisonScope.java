package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.compare.Comparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.analysis.table.Capital;
import org.icecore.analysis.table.Counted;
import org.icecore.report.Block;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Section;

/// The section of a comparison report that says what was compared, how to read and re-check the result, and what is not in
/// it.
record ComparisonScope(
        Comparison comparison, Exhibit before, Exhibit after, Extent extent, Bounds bounds) {

    /// @param others all other sections of the report
    Section section(List<Section> others) {
        return new Section(
                "Scope and limits",
                "scope",
                blocks(),
                List.of(
                        Conventions.section(),
                        Recheck.of(List.of(before, after)),
                        Completeness.of(
                                others,
                                leftOut(),
                                Optional.of(comparison.summary().memory().bytesChanged()))));
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var match = comparison.match();
        var relation = "The two archives are of %s.".formatted(match.relation().label());
        blocks.add(
                match.needsWarning()
                        ? Note.of(Note.Kind.CAUTION, relation)
                        : Paragraph.of(relation));
        var grounds = new ArrayList<Fact>();
        match.reasons().forEach(reason -> grounds.add(Fact.of("Ground", reason)));
        if (!match.orderReason().isBlank()) {
            grounds.add(Fact.of("Order", match.orderReason()));
        }
        grounds.add(Fact.of("Defects before", defects(before)));
        grounds.add(Fact.of("Defects after", defects(after)));
        blocks.add(new FactList(grounds));
        blocks.add(Note.of(Note.Kind.COVERAGE, Limits.OF_A_CHECKPOINT));
        blocks.add(
                Paragraph.of(
                        "How each of the two was taken, and what it does not hold for that, stands in the last chapter, Acquisition."));
        comparison
                .coverage()
                .limits()
                .forEach(limit -> blocks.add(Note.of(Note.Kind.COVERAGE, sentence(limit))));
        var gaps = comparison.coverage().gaps();
        gaps.stream()
                .limit(bounds.rows())
                .forEach(gap -> blocks.add(Note.of(Note.Kind.COVERAGE, sentence(gap))));
        if (gaps.size() > bounds.rows()) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            Counted.of(
                                    gaps.size() - bounds.rows(),
                                    "more limit of this kind is left out here.",
                                    "more limits of this kind are left out here.")));
        }
        return blocks;
    }

    private static String defects(Exhibit exhibit) {
        var count = exhibit.checkpoint().defects().size();
        return count == 0
                ? "none was found"
                : "%,d, quoted in the section on that checkpoint".formatted(count);
    }

    private List<Block> leftOut() {
        var blocks = new ArrayList<Block>();
        switch (extent) {
            case CHANGES_ONLY ->
                    blocks.add(
                            Note.of(
                                    Note.Kind.CAUTION,
                                    ("This report holds changes only. Left out are the task tree, sockets, mappings and open files of"
                                                    + " each checkpoint (%s before, %,d after) and the %s that did not"
                                                    + " change. The full report of the same two archives holds them.")
                                            .formatted(
                                                    Counted.of(tasks(before), "task"),
                                                    tasks(after),
                                                    Counted.of(unchanged(), "task"))));
            case WHOLE -> blocks.add(Paragraph.of(Limits.OF_THE_REPORT));
        }
        if (comparison.tasks().stream().anyMatch(ComparisonScope::isOnOneSide)) {
            blocks.add(
                    Note.of(
                            Note.Kind.COVERAGE,
                            "Memory of tasks that came, went or became another program can be compared with nothing: quoted of it is the"
                                    + " start of what is stored of executable memory, and text in the heap."));
        }
        return blocks;
    }

    private static int tasks(Exhibit exhibit) {
        return exhibit.checkpoint().tasks().all().size();
    }

    private long unchanged() {
        return comparison.tasks().stream()
                .filter(task -> task.fate() == TaskComparison.Fate.UNCHANGED)
                .count();
    }

    private static boolean isOnOneSide(TaskComparison task) {
        return switch (task.fate()) {
            case ADDED, REMOVED, REPLACED, UNKNOWN -> true;
            case CHANGED, UNCHANGED -> false;
        };
    }

    /// The same words as a sentence of their own.
    private static String sentence(String words) {
        return Capital.of(words) + (words.endsWith(".") ? "" : ".");
    }
}
