package org.icecore.workbench.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The filter of tables whose view brings none of its own: each word must occur in some column, or, written as
/// `column:word`, in the column of that id or title. Case does not count.
public final class TextFilter {
    private TextFilter() {}

    /// The predicate of a filter text over rows with these columns. Empty text accepts all.
    public static <R> Predicate<R> of(String text, List<Column<R, ?>> columns) {
        Predicate<R> all = _ -> true;
        for (var word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            all = all.and(word(word, columns));
        }
        return all;
    }

    private static <R> Predicate<R> word(String word, List<Column<R, ?>> columns) {
        var colon = word.indexOf(':');
        if (colon > 0) {
            var named =
                    columns.stream()
                            .filter(
                                    column ->
                                            List.of(
                                                            column.id().toLowerCase(Locale.ROOT),
                                                            column.title().toLowerCase(Locale.ROOT))
                                                    .contains(word.substring(0, colon)))
                            .toList();
            if (!named.isEmpty()) {
                return row -> anyContains(named, row, word.substring(colon + 1));
            }
        }
        return row -> anyContains(columns, row, word);
    }

    private static <R> boolean anyContains(List<Column<R, ?>> columns, R row, String word) {
        return columns.stream()
                .anyMatch(column -> column.textOf(row).toLowerCase(Locale.ROOT).contains(word));
    }
}
