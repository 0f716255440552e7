package org.icecore.views.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.icecore.analysis.table.ResultTable;
import org.icecore.workbench.command.MenuItem;

/// How a view shows a table: which columns in which order, how wide, with which icons and inks.
///
/// @param id stable; widths are remembered under it
/// @param title what a screen reader calls the table
/// @param columns ids of the columns shown, in their order; columns of the table that are not named are not shown
/// @param widths pixels by id of column; others get a width by their kind
/// @param icon the icon in the first column that is named in `iconColumn`
/// @param inks the style class of a cell, by id of column
/// @param contextMenu commands above Copy
/// @param tree makes a tree of the rows; the first of `columns` then shows the branches
public record GridLook<R>(
        String id,
        String title,
        List<String> columns,
        Map<String, Integer> widths,
        String iconColumn,
        Function<R, Optional<String>> icon,
        Map<String, Function<R, Optional<String>>> inks,
        List<MenuItem> contextMenu,
        Optional<Function<ResultTable<R>, Branches<R>>> tree) {

    public GridLook {
        columns = List.copyOf(columns);
        widths = Map.copyOf(widths);
        inks = Map.copyOf(inks);
        contextMenu = List.copyOf(contextMenu);
    }

    /// A look without icons, inks and commands.
    public static <R> GridLook<R> of(String id, String title, List<String> columns) {
        return new GridLook<>(
                id,
                title,
                columns,
                Map.of(),
                "",
                _ -> Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /// A look without icons, inks and commands.
    ///
    /// @param columns ids and widths in turn: `pid 52, signal 110`
    public static <R> GridLook<R> laidOut(String id, String title, String columns) {
        var widths = new LinkedHashMap<String, Integer>();
        for (var column : columns.split(",")) {
            var words = column.strip().split(" ");
            widths.put(words[0], Integer.parseInt(words[1]));
        }
        return GridLook.<R>of(id, title, List.copyOf(widths.keySet())).withWidths(widths);
    }

    /// The same with widths.
    public GridLook<R> withWidths(Map<String, Integer> wanted) {
        return new GridLook<>(
                id, title, columns, wanted, iconColumn, icon, inks, contextMenu, tree);
    }

    /// The same with an icon in a column.
    public GridLook<R> withIcon(String column, Function<R, Optional<String>> wanted) {
        return new GridLook<>(id, title, columns, widths, column, wanted, inks, contextMenu, tree);
    }

    /// The same with inks.
    public GridLook<R> withInks(Map<String, Function<R, Optional<String>>> wanted) {
        return new GridLook<>(
                id, title, columns, widths, iconColumn, icon, wanted, contextMenu, tree);
    }

    /// The same with commands in the context menu.
    public GridLook<R> withContextMenu(List<MenuItem> wanted) {
        return new GridLook<>(id, title, columns, widths, iconColumn, icon, inks, wanted, tree);
    }

    /// The same as a tree.
    public GridLook<R> withTree(Function<ResultTable<R>, Branches<R>> wanted) {
        return new GridLook<>(
                id,
                title,
                columns,
                widths,
                iconColumn,
                icon,
                inks,
                contextMenu,
                Optional.of(wanted));
    }
}
