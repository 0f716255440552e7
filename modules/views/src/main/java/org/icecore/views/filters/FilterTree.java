package org.icecore.views.filters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.content.FilterTable;
import org.icecore.analysis.table.Cell;
import org.icecore.analysis.table.Column;
import org.icecore.analysis.table.ColumnKind;
import org.icecore.analysis.table.Counted;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.Checkpoint;
import org.icecore.views.result.Branches;

/// Filters with who is under them, and below each its instructions; those of a program that several have stand below the first.
final class FilterTree {

    private record Key(String kind, long id) {}

    private FilterTree() {}

    /// Each filter, followed by its instructions.
    static ResultTable<FilterRow> of(Checkpoint checkpoint) {
        var filters = FilterTable.of(checkpoint);
        var rows = new ArrayList<FilterRow>();
        for (var filter : filters.rows()) {
            rows.add(new FilterRow.Program(filter));
            if (isFirst(filter)) {
                for (var i = 0; i < filter.instructions().size(); i++) {
                    rows.add(
                            new FilterRow.Line(
                                    filter.kind(),
                                    filter.id(),
                                    i,
                                    filter.instructions().get(i),
                                    filter.ref(),
                                    filter.at()));
                }
            }
        }
        return new ResultTable<>(
                "filterTree",
                filters.title(),
                COLUMNS,
                rows,
                FilterRow::ref,
                row -> Optional.of(row.at()),
                filters.coverage());
    }

    /// Filters at the top, their instructions below.
    static Branches<FilterRow> tree(List<FilterRow> rows) {
        var programs = new ArrayList<FilterRow>();
        var lines = new HashMap<Key, List<FilterRow>>();
        for (var row : rows) {
            switch (row) {
                case FilterRow.Program program -> programs.add(program);
                case FilterRow.Line line ->
                        lines.computeIfAbsent(
                                        new Key(line.kind(), line.id()), _ -> new ArrayList<>())
                                .add(line);
            }
        }
        return new Branches<>(
                programs,
                row ->
                        switch (row) {
                            case FilterRow.Program(var filter) ->
                                    lines.getOrDefault(
                                            new Key(filter.kind(), filter.id()), List.of());
                            case FilterRow.Line _ -> List.of();
                        },
                0);
    }

    private static boolean isFirst(FilterTable.Row filter) {
        return filter.first() == filter.id();
    }

    private static String length(FilterTable.Row filter) {
        var length = Counted.of(filter.instructions().size(), "instruction");
        return isFirst(filter)
                ? length
                : "%s, the same as %s %d".formatted(length, filter.kind(), filter.first());
    }

    private static final List<Column<FilterRow>> COLUMNS =
            List.of(
                    column(
                            "filter",
                            "Filter",
                            ColumnKind.TEXT,
                            "Index in seccomp.img, or id of the socket in files.img; below it the numbers that jumps name",
                            filter -> Cell.text("%s %d".formatted(filter.kind(), filter.id())),
                            line -> Cell.text(Integer.toString(line.number()))),
                    column(
                            "program",
                            "Program",
                            ColumnKind.CODE,
                            "Instructions as the kernel's documentation writes them, and what they mean",
                            filter -> Cell.text(length(filter)),
                            line -> Cell.text(line.text())),
                    ofFilters(
                            "users",
                            "Used by",
                            ColumnKind.FLAGS,
                            "Threads that are under it, by their ids, or who holds the socket",
                            filter -> new Cell.Names(filter.users())),
                    ofFilters(
                            "previous",
                            "Also applies",
                            ColumnKind.NUMBER,
                            "Filter that threads under this one are under, too",
                            filter ->
                                    filter.previous().isPresent()
                                            ? Cell.number(filter.previous().getAsInt())
                                            : Cell.notApplicable("the chain ends here")),
                    ofFilters(
                            "flags",
                            "Flags",
                            ColumnKind.ADDRESS,
                            "SECCOMP_FILTER_FLAG_* bits: 1 TSYNC, 2 LOG, 4 SPEC_ALLOW",
                            filter ->
                                    filter.kind().equals("seccomp")
                                            ? new Cell.Address(filter.flags() & 0xffff_ffffL)
                                            : Cell.notApplicable("filters of sockets have none")));

    private static Column<FilterRow> ofFilters(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<FilterTable.Row, Cell> value) {
        return column(
                id, title, kind, tooltip, value, _ -> Cell.notApplicable("this is an instruction"));
    }

    private static Column<FilterRow> column(
            String id,
            String title,
            ColumnKind kind,
            String tooltip,
            Function<FilterTable.Row, Cell> ofFilter,
            Function<FilterRow.Line, Cell> ofLine) {
        return Column.of(
                id,
                title,
                kind,
                tooltip,
                row ->
                        switch (row) {
                            case FilterRow.Program(var filter) -> ofFilter.apply(filter);
                            case FilterRow.Line line -> ofLine.apply(line);
                        });
    }
}
