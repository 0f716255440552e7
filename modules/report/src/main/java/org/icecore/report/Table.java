package org.icecore.report;

import java.util.List;
import java.util.Optional;

/// Rows under column headers, which writers repeat on every page.
///
/// @param anchor where links to this table lead
/// @param omitted how many further rows there are in the evidence that the report leaves out; writers say so
public record Table(
        Optional<String> anchor,
        Optional<String> caption,
        List<Column> columns,
        List<Row> rows,
        long omitted)
        implements Block {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
        if (omitted < 0) {
            throw new IllegalArgumentException("not a number of rows: " + omitted);
        }
        var width = columns.size();
        for (var row : rows) {
            if (row.cells().size() != width) {
                throw new IllegalArgumentException(
                        "a row of %d cells under %d columns".formatted(row.cells().size(), width));
            }
        }
    }

    /// A whole table: nothing is left out.
    public static Table of(String caption, List<Column> columns, List<Row> rows) {
        return new Table(Optional.empty(), Optional.of(caption), columns, rows, 0);
    }

    /// The same table as the target of links.
    public Table anchored(String name) {
        return new Table(Optional.of(name), caption, columns, rows, omitted);
    }

    /// The same table, saying that `count` further rows are left out.
    public Table omitting(long count) {
        return new Table(anchor, caption, columns, rows, count);
    }
}
