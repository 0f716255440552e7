package org.icecore.report.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.MappingComparison;
import org.icecore.analysis.compare.TaskComparison;
import org.icecore.checkpoint.memory.Vma;
import org.icecore.report.Block;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// What became of the pages of each mapping of one task.
record ChangedMappings(TaskComparison task, Bounds bounds) {

    List<Block> blocks() {
        var told = task.mappings().stream().filter(MappingComparison::differs).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        var rows = told.stream().limit(bounds.rows()).map(ChangedMappings::row).toList();
        return List.of(
                Table.of(
                                ("Mappings of task %s that differ: pages with changed bytes (~), mapped only after (+),"
                                                + " mapped only before (-), held by one checkpoint only (?)")
                                        .formatted(task.pid()),
                                List.of(
                                        Column.exact("Addresses"),
                                        Column.quoted("Mapping", 1),
                                        Column.number("~ pages"),
                                        Column.number("+ pages"),
                                        Column.number("- pages"),
                                        Column.number("? pages"),
                                        Column.number("~ bytes")),
                                rows)
                        .omitting(told.size() - rows.size()));
    }

    private static Row row(MappingComparison mapping) {
        var pages = mapping.memory().pages();
        var row =
                Row.of(
                        mapping.mark()
                                .map(
                                        mark ->
                                                switch (mark) {
                                                    case ADDED -> Mark.ADDED;
                                                    case REMOVED -> Mark.REMOVED;
                                                    case CHANGED -> Mark.CHANGED;
                                                    case UNKNOWN -> Mark.UNKNOWN;
                                                })
                                .orElse(
                                        mapping.memory().bytesChanged() > 0
                                                ? Mark.CHANGED
                                                : Mark.NONE),
                        mapping.range().toString(),
                        mapping.mapping(),
                        count(pages.changed()),
                        count(pages.added()),
                        count(pages.removed()),
                        count(pages.oneSided()),
                        count(mapping.memory().bytesChanged()));
        var places =
                Stream.of(place("before", mapping.before()), place("after", mapping.after()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return row.at(places);
    }

    private static Optional<String> place(String side, Optional<Vma> vma) {
        return vma.map(there -> "%s: %s".formatted(side, there.at()));
    }

    private static String count(long count) {
        return "%,d".formatted(count);
    }
}
