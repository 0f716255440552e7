package org.icecore.report;

import java.util.List;
import java.util.Optional;

/// Rows under column headers whose first cell is indented: a task tree, for one.
///
/// @param anchor where links to this tree lead
/// @param omitted how many further rows there are in the evidence that the report leaves out; writers say so
public record Tree(
        Optional<String> anchor,
        Optional<String> caption,
        List<Column> columns,
        List<Node> nodes,
        long omitted)
        implements Block {

    /// A row at its depth.
    ///
    /// @param depth zero for a root; at most one more than that of the node before
    public record Node(int depth, Row row) {}

    public Tree {
        columns = List.copyOf(columns);
        nodes = List.copyOf(nodes);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a tree needs a column");
        }
        if (omitted < 0) {
            throw new IllegalArgumentException("not a number of rows: " + omitted);
        }
        var deepest = 0;
        for (var node : nodes) {
            if (node.depth() < 0 || node.depth() > deepest) {
                throw new IllegalArgumentException(
                        "a node at depth %d where at most %d is possible"
                                .formatted(node.depth(), deepest));
            }
            if (node.row().cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of %d cells under %d columns"
                                .formatted(node.row().cells().size(), columns.size()));
            }
            deepest = node.depth() + 1;
        }
    }

    /// A whole tree: nothing is left out.
    public static Tree of(String caption, List<Column> columns, List<Node> nodes) {
        return new Tree(Optional.empty(), Optional.of(caption), columns, nodes, 0);
    }

    /// The same tree as the target of links.
    public Tree anchored(String name) {
        return new Tree(Optional.of(name), caption, columns, nodes, omitted);
    }

    /// The same tree, saying that `count` further rows are left out.
    public Tree omitting(long count) {
        return new Tree(anchor, caption, columns, nodes, count);
    }
}
