package org.icecore.views.images;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// Which rows a tree of fields shows: all entries, and the parts of what is open. Holds a number for what is open and
/// nothing for the rest, so that millions of entries cost nothing.
final class FieldOutline {
    private final Node root;

    FieldOutline(int entries) {
        root = new Node(entries);
    }

    private static final class Node {
        private final int parts;
        private final TreeMap<Integer, Node> open = new TreeMap<>();
        private long rows;

        Node(int parts) {
            this.parts = parts;
            this.rows = parts;
        }
    }

    /// How many rows there are; no more than a table can number.
    int size() {
        return (int) Math.min(root.rows, Integer.MAX_VALUE - 8L);
    }

    /// The way to the field in a row.
    FieldPath path(int row) {
        if (row < 0 || row >= root.rows) {
            throw new IndexOutOfBoundsException(row);
        }
        var steps = new ArrayList<Integer>();
        var node = root;
        long left = row;
        while (true) {
            long before = 0;
            Node below = null;
            for (Map.Entry<Integer, Node> each : node.open.entrySet()) {
                long at = each.getKey() + before;
                if (left <= at) {
                    break;
                }
                if (left <= at + each.getValue().rows) {
                    steps.add(each.getKey());
                    left -= at + 1;
                    below = each.getValue();
                    break;
                }
                before += each.getValue().rows;
            }
            if (below == null) {
                steps.add((int) (left - before));
                return new FieldPath(steps);
            }
            node = below;
        }
    }

    /// The row of a field; -1 if something that holds it is closed.
    int row(FieldPath path) {
        long row = -1;
        var node = root;
        for (int i = 0; i < path.steps().size(); i++) {
            int step = path.steps().get(i);
            row += 1 + step + rowsBefore(node, step);
            if (i < path.depth()) {
                var below = node.open.get(step);
                if (below == null) {
                    return -1;
                }
                node = below;
            }
        }
        return (int) Math.min(row, Integer.MAX_VALUE);
    }

    /// Whether the parts of a field are shown where the field itself is.
    boolean isOpen(FieldPath path) {
        var node = root;
        for (int step : path.steps()) {
            var below = node.open.get(step);
            if (below == null) {
                return false;
            }
            node = below;
        }
        return true;
    }

    /// Shows the parts of a field whose own row is shown.
    ///
    /// @param parts how many there are
    void open(FieldPath path, int parts) {
        if (parts > 0 && !isOpen(path)) {
            holder(path).open.put(path.last(), new Node(parts));
            count(path, parts);
        }
    }

    /// Hides the parts of a field.
    ///
    /// @return how many rows went
    int close(FieldPath path) {
        if (!isOpen(path)) {
            return 0;
        }
        var gone = holder(path).open.remove(path.last());
        long rows = gone == null ? 0 : gone.rows;
        count(path, -rows);
        return (int) Math.min(rows, Integer.MAX_VALUE);
    }

    /// Adds rows to all that holds a field.
    private void count(FieldPath path, long rows) {
        var node = root;
        root.rows += rows;
        for (int i = 0; i < path.depth(); i++) {
            node = below(node, path.steps().get(i));
            node.rows += rows;
        }
    }

    private Node holder(FieldPath path) {
        var node = root;
        for (int i = 0; i < path.depth(); i++) {
            node = below(node, path.steps().get(i));
        }
        return node;
    }

    private static Node below(Node node, int step) {
        var below = node.open.get(step);
        if (below == null) {
            throw new IllegalArgumentException("part %d is closed".formatted(step));
        }
        return below;
    }

    private static long rowsBefore(Node node, int step) {
        return node.open.headMap(step).values().stream().mapToLong(each -> each.rows).sum();
    }
}
