package org.icecore.views.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How the rows of a table stand in a tree.
///
/// @param roots the rows at the top; each row of the table is one of them or below exactly one
/// @param children the rows under a row, without cycles; must be quick
/// @param open how many levels are open at first
public record Branches<R>(List<R> roots, Function<R, List<R>> children, int open) {
    /// Enough for all that fits on a screen.
    public static final int WIDE_OPEN = 8;

    public Branches {
        roots = List.copyOf(roots);
    }

    /// Rows of paths under the rows of their folders. Of several rows with one path the first has what lies below.
    ///
    /// @param path of a row, without `/` at its end
    /// @param folder the path above a path, empty at the top; the rows have one for each
    public static <R> Branches<R> ofPaths(
            List<R> rows, Function<R, String> path, UnaryOperator<String> folder, int open) {
        var children = new HashMap<String, List<R>>();
        var heads = new HashMap<String, R>();
        for (var row : rows) {
            children.computeIfAbsent(folder.apply(path.apply(row)), _ -> new ArrayList<>())
                    .add(row);
            heads.putIfAbsent(path.apply(row), row);
        }
        return new Branches<>(
                children.getOrDefault("", List.of()),
                row ->
                        row.equals(heads.get(path.apply(row)))
                                ? children.getOrDefault(path.apply(row), List.of())
                                : List.of(),
                open);
    }
}
