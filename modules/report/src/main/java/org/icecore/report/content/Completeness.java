package org.icecore.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Fact;
import org.icecore.report.FactList;
import org.icecore.report.HexExcerpt;
import org.icecore.report.Listing;
import org.icecore.report.Note;
import org.icecore.report.Paragraph;
import org.icecore.report.Row;
import org.icecore.report.Section;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Counts;

/// What a report holds and what it leaves out, counted over all its sections.
final class Completeness {

    private static final int MOST_ROWS = 200;

    private final List<Row> cut = new ArrayList<>();
    private long tables;
    private long cutTables;
    private long rows;
    private long omittedRows;
    private long excerpts;
    private long cutExcerpts;
    private long bytes;
    private long changed;
    private long omittedBytes;

    private Completeness(List<Section> sections) {
        sections.forEach(this::count);
    }

    /// @param sections all that is counted
    /// @param notes what else is to be said about it
    /// @param changedBytes how many bytes changed in all, where the report is on changes
    static Section of(List<Section> sections, List<Block> notes, Optional<Long> changedBytes) {
        return new Completeness(sections).section(notes, changedBytes);
    }

    private Section section(List<Block> notes, Optional<Long> changedBytes) {
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.of(
                        "Tables and trees",
                        "%,d, of which %s cut".formatted(tables, areCut(cutTables))));
        facts.add(
                Fact.of(
                        "Rows",
                        "%,d in all: %,d listed, %,d left out"
                                .formatted(rows + omittedRows, rows, omittedRows)));
        facts.add(
                Fact.of(
                        "Hex excerpts",
                        "%s, of which %s cut; %s quoted, %s of the same runs left out"
                                .formatted(
                                        Counts.of(excerpts, "excerpt", "excerpts"),
                                        areCut(cutExcerpts),
                                        Counts.of(bytes, "byte", "bytes"),
                                        Counts.of(omittedBytes, "byte", "bytes"))));
        changedBytes.ifPresent(
                total ->
                        facts.add(
                                Fact.of(
                                        "Changed bytes quoted",
                                        "%,d of %s; a run that is not quoted is counted on its page, in the section of its task"
                                                .formatted(
                                                        changed,
                                                        Counts.of(total, "byte", "bytes")))));
        var blocks = new ArrayList<Block>(notes);
        blocks.add(new FactList(facts));
        if (!cut.isEmpty()) {
            blocks.add(
                    Table.of(
                                    "Tables that are cut",
                                    List.of(
                                            Column.text("Table", 4),
                                            Column.number("Listed"),
                                            Column.number("Left out"),
                                            Column.number("In all")),
                                    cut)
                            .omitting(cutTables - cut.size()));
        }
        return Section.of("What this report leaves out", "left-out", blocks);
    }

    private static String areCut(long count) {
        return count == 0 ? "none is" : count == 1 ? "1 is" : "%,d are".formatted(count);
    }

    private void count(Section section) {
        for (var block : section.blocks()) {
            switch (block) {
                case Table table -> count(table.caption(), table.rows().size(), table.omitted());
                case Tree tree -> count(tree.caption(), tree.nodes().size(), tree.omitted());
                case HexExcerpt excerpt -> count(excerpt);
                case Paragraph _, FactList _, Note _, Listing _ -> {}
            }
        }
        section.sections().forEach(this::count);
    }

    private void count(Optional<String> caption, long listed, long omitted) {
        tables++;
        rows += listed;
        omittedRows += omitted;
        if (omitted == 0) {
            return;
        }
        cutTables++;
        if (cut.size() < MOST_ROWS) {
            cut.add(
                    Row.of(
                            caption.orElse("without a name"),
                            "%,d".formatted(listed),
                            "%,d".formatted(omitted),
                            "%,d".formatted(listed + omitted)));
        }
    }

    private void count(HexExcerpt excerpt) {
        excerpts++;
        cutExcerpts += excerpt.omitted() > 0 ? 1 : 0;
        bytes += excerpt.sides().getFirst().length();
        omittedBytes += excerpt.omitted();
        changed += excerpt.changed().stream().mapToLong(range -> range.length()).sum();
    }
}
