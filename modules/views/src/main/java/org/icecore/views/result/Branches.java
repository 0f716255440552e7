package org.icecore.views.result;

import java.util.List;
import java.util.function.Function;

/// How the rows of a table stand in a tree.
///
/// @param roots the rows at the top; each row of the table is one of them or below exactly one
/// @param children the rows under a row, without cycles; must be quick
public record Branches<R>(List<R> roots, Function<R, List<R>> children) {
    public Branches {
        roots = List.copyOf(roots);
    }
}
