package org.icecore.report.pdf;

import java.util.List;
import org.icecore.report.Tree;

/// Which lines of a tree's drawing pass each of its rows.
final class Branches {

    /// Deeper rows are indented, but no lines lead to them.
    static final int DEEPEST = 30;

    private Branches() {}

    /// For each node a bit for each depth at which a line goes on below the node.
    static int[] of(List<Tree.Node> nodes) {
        var branches = new int[nodes.size()];
        var open = 0;
        for (var i = branches.length - 1; i >= 0; i--) {
            var depth = Math.min(nodes.get(i).depth(), DEEPEST);
            var upTo = (1 << depth + 1) - 1;
            branches[i] = open & upTo;
            open = (open | 1 << depth) & upTo;
        }
        return branches;
    }
}
