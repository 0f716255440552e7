package org.icecore.workbench.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.preference.Preferences;

/// What a table or tree is made of.
///
/// @param id stable; column order, widths and sorting are remembered under it
/// @param title what a screen reader calls it
/// @param mark the mark of a row; where any column of cues is wanted, `withMarks` is set
/// @param filter makes the predicate of a filter text
/// @param contextMenu the command ids of the context menu, above Copy and Copy As
public record TableSetup<R>(
        String id,
        String title,
        List<Column<R, ?>> columns,
        Optional<Function<R, Mark>> mark,
        Function<String, Predicate<R>> filter,
        List<MenuItem> contextMenu,
        Menus menus,
        Icons icons,
        Preferences preferences) {
    public TableSetup {
        columns = List.copyOf(columns);
        contextMenu = List.copyOf(contextMenu);
    }

    /// A setup that filters by words, has no marks, and no commands in its context menu.
    public static <R> TableSetup<R> of(
            String id,
            String title,
            List<Column<R, ?>> columns,
            Menus menus,
            Icons icons,
            Preferences preferences) {
        var all = List.<Column<R, ?>>copyOf(columns);
        return new TableSetup<>(
                id,
                title,
                all,
                Optional.empty(),
                text -> TextFilter.of(text, all),
                List.of(),
                menus,
                icons,
                preferences);
    }

    /// The same with marks: rows are coloured, and a narrow first column shows the cue.
    public TableSetup<R> withMarks(Function<R, Mark> wanted) {
        return new TableSetup<>(
                id,
                title,
                columns,
                Optional.of(wanted),
                filter,
                contextMenu,
                menus,
                icons,
                preferences);
    }

    /// The same with the view's own filter language.
    public TableSetup<R> withFilter(Function<String, Predicate<R>> wanted) {
        return new TableSetup<>(
                id, title, columns, mark, wanted, contextMenu, menus, icons, preferences);
    }

    /// The same with commands in the context menu.
    public TableSetup<R> withContextMenu(List<MenuItem> wanted) {
        return new TableSetup<>(
                id, title, columns, mark, filter, wanted, menus, icons, preferences);
    }

    /// Titles of the columns, that of the cue column included.
    List<String> titles() {
        var titles = columns.stream().map(Column::title);
        return mark.isPresent()
                ? Stream.concat(Stream.of("mark"), titles).toList()
                : titles.toList();
    }

    /// The texts of a row under those titles.
    List<String> texts(R row) {
        var texts = columns.stream().map(column -> column.textOf(row));
        return mark.map(of -> Stream.concat(Stream.of(of.apply(row).cue()), texts))
                .orElse(texts)
                .toList();
    }
}
