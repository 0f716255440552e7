package org.icecore.views.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Stepping through the list of changes as it is shown, one change after the other; heads of groups are no steps.
///
/// @param rows as shown from top to bottom, what is closed included
record ChangeSteps(List<ChangeRow> rows) {

    /// The change behind the present row, or before it; behind nothing is the first, before nothing the last.
    Optional<ChangeRow> from(Optional<ChangeRow> present, boolean forward) {
        int here = present.map(rows::indexOf).orElse(-1);
        int start = here >= 0 ? here : forward ? -1 : rows.size();
        return (forward
                        ? IntStream.range(start + 1, rows.size())
                        : IntStream.iterate(start - 1, index -> index >= 0, index -> index - 1))
                .mapToObj(rows::get)
                .filter(ChangeRow.Item.class::isInstance)
                .findFirst();
    }

    /// `change 3 of 128`; empty where the row is no change.
    String position(ChangeRow row) {
        var changes = rows.stream().filter(ChangeRow.Item.class::isInstance).toList();
        int index = changes.indexOf(row);
        return index < 0 ? "" : "change %,d of %,d".formatted(index + 1, changes.size());
    }
}
