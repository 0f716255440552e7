package org.icecore.views.rootfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.icecore.analysis.content.RootfsTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.ArtefactRef;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.checkpoint.container.RootfsChange;
import org.icecore.checkpoint.content.RootfsPlaces;
import org.icecore.views.result.Branches;

/// The changed paths with the folders that lead to them.
final class RootfsRows {
    /// Deeper paths are rows of the last folder that is shown: a tree on the screen is walked by recursion.
    private static final int DEEPEST = 100;

    private RootfsRows() {}

    /// The answer of [RootfsTable], and rows for the folders between.
    static ResultTable<RootfsRow> of(Checkpoint checkpoint) {
        var source = RootfsTable.of(checkpoint);
        return new ResultTable<>(
                source.id(),
                source.title(),
                columns(source),
                rows(source.rows()),
                row ->
                        new ArtefactRef.OfRootfsEntry(
                                checkpoint.id(),
                                row.change().map(RootfsChange::path).orElse(row.path())),
                row -> row.change().flatMap(change -> RootfsPlaces.of(checkpoint, change)),
                source.coverage());
    }

    /// By path; a path of which the export says two things has two rows.
    static List<RootfsRow> rows(List<RootfsChange> changes) {
        var byPath = new TreeMap<String, List<RootfsChange>>();
        var below = new HashMap<String, Integer>();
        for (var change : changes) {
            var path = clean(change.path());
            byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(change);
            for (var up = parent(path); ; up = parent(up)) {
                below.merge(up, 1, Integer::sum);
                byPath.computeIfAbsent(up, _ -> new ArrayList<>());
                if (up.isEmpty()) {
                    break;
                }
            }
        }
        byPath.remove("");
        var rows = new ArrayList<RootfsRow>();
        byPath.forEach(
                (path, said) -> {
                    var count = below.getOrDefault(path, 0);
                    if (said.isEmpty()) {
                        rows.add(new RootfsRow(path, Optional.empty(), count));
                    }
                    said.forEach(
                            change -> rows.add(new RootfsRow(path, Optional.of(change), count)));
                });
        return List.copyOf(rows);
    }

    /// Paths under the folders that hold them.
    static Branches<RootfsRow> tree(List<RootfsRow> rows) {
        return Branches.ofPaths(rows, RootfsRow::path, RootfsRows::parent, Branches.WIDE_OPEN);
    }

    /// The folder of a path; empty for the root. Of a path that is absurdly deep, the deepest folder that is shown.
    static String parent(String path) {
        var end = path.lastIndexOf('/');
        var depth = 0;
        for (var i = 0; i < end; i++) {
            if (path.charAt(i) == '/' && ++depth == DEEPEST) {
                return path.substring(0, i);
            }
        }
        return end <= 0 ? "" : path.substring(0, end);
    }

    private static String clean(String path) {
        var end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        var clean = path.substring(0, end);
        return clean.startsWith("/") ? clean : "/" + clean;
    }

    private static List<Column<RootfsRow>> columns(ResultTable<RootfsChange> source) {
        var columns = new ArrayList<Column<RootfsRow>>();
        columns.add(
                Column.of(
                        "name",
                        "Path",
                        ColumnKind.CODE,
                        "Name in its folder; the whole path is in Properties",
                        row -> Cell.text(row.name())));
        columns.add(
                Column.of(
                        "below",
                        "Below",
                        ColumnKind.NUMBER,
                        "How many changed paths lie below it",
                        row ->
                                row.below() == 0
                                        ? Cell.notApplicable("nothing lies below it")
                                        : Cell.number(row.below())));
        for (var column : source.columns()) {
            columns.add(
                    Column.of(
                            column.id(),
                            column.title(),
                            column.kind(),
                            column.tooltip(),
                            row ->
                                    row.change()
                                            .map(column::cell)
                                            .orElseGet(
                                                    () ->
                                                            Cell.notApplicable(
                                                                    "the export does not list this folder"))));
        }
        return List.copyOf(columns);
    }
}
