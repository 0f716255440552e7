package org.icecore.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A row of a [Table] or [Tree]: one cell for each column, and what became of the thing that the row shows.
///
/// @param location text form of an `org.icecore.evidence.Location`, where the row can be re-checked
public record Row(Mark mark, List<Text> cells, Optional<String> location) {

    public Row {
        cells = List.copyOf(cells);
    }

    /// A row with a mark.
    public static Row of(Mark mark, Text... cells) {
        return new Row(mark, List.of(cells), Optional.empty());
    }

    /// A row with a mark; the cells look as their columns say.
    public static Row of(Mark mark, String... cells) {
        return new Row(mark, Arrays.stream(cells).map(Text::of).toList(), Optional.empty());
    }

    /// A row without a mark; the cells look as their columns say.
    public static Row of(String... cells) {
        return of(Mark.NONE, cells);
    }

    /// The same row, stated by `place` of the evidence.
    public Row at(String place) {
        return new Row(mark, cells, Optional.of(place));
    }
}
