package org.icecore.report.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icecore.analysis.compare.Change;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Table;

/// Changes as tables: what, its state on both sides, and where each stands.
record ChangeTables(Bounds bounds) {

    Table of(String caption, List<Change> changes) {
        var rows = changes.stream().limit(bounds.rows()).map(ChangeTables::row).toList();
        return Table.of(
                        caption,
                        List.of(
                                Column.word("Kind"),
                                Column.quoted("What", 4),
                                Column.quoted("Before", 3),
                                Column.quoted("After", 3)),
                        rows)
                .omitting(changes.size() - rows.size());
    }

    private static Row row(Change change) {
        var what =
                change.aspect().isEmpty()
                        ? change.subject()
                        : "%s: %s".formatted(change.subject(), change.aspect());
        var noted = change.note().isEmpty() ? what : "%s (%s)".formatted(what, change.note());
        var row =
                Row.of(
                        switch (change.mark()) {
                            case ADDED -> Mark.ADDED;
                            case REMOVED -> Mark.REMOVED;
                            case CHANGED -> Mark.CHANGED;
                            case UNKNOWN -> Mark.UNKNOWN;
                        },
                        change.kind().label(),
                        noted,
                        change.before().map(side -> side.text()).orElse(""),
                        change.after().map(side -> side.text()).orElse(""));
        var places =
                Stream.concat(
                                change.beforeAt().map(at -> "before: " + at).stream(),
                                change.afterAt().map(at -> "after: " + at).stream())
                        .collect(Collectors.joining(", "));
        return places.isEmpty() ? row : row.at(places);
    }
}
