package org.icecore.views.rootfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.analysis.content.PathNode;
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
        var rows = new ArrayList<RootfsRow>();
        for (var node : PathNode.of(changes, change -> clean(change.path()))) {
            if (node.items().isEmpty()) {
                rows.add(new RootfsRow(node.path(), Optional.empty(), node.below()));
            }
            for (var change : node.items()) {
                rows.add(new RootfsRow(node.path(), Optional.of(change), node.below()));
            }
        }
        return List.copyOf(rows);
    }

    /// Paths under the folders that hold them.
    static Branches<RootfsRow> tree(List<RootfsRow> rows) {
        return Branches.ofPaths(rows, RootfsRow::path, PathNode::folder, Branches.WIDE_OPEN);
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
