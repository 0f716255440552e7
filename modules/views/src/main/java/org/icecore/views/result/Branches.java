package org.icecore.views.result;

import java.util.List;
import java.util.function.Function;

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
}
