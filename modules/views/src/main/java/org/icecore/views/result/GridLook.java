package org.icecore.views.result;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.icecore.analysis.table.ResultTable;
import org.icecore.checkpoint.task.Pid;
import org.icecore.workbench.command.MenuItem;

/// How a view shows a table: which columns in which order, how wide, with which icons and inks.
///
/// @param id stable; widths are remembered under it
/// @param title what a screen reader calls the table
/// @param columns ids of the columns shown, in their order; columns of the table that are not named are not shown
/// @param widths pixels by id of column until rows are seen; others get a width by their kind
/// @param titles short titles by id of column, where that of the table is wider than what stands under it
/// @param onDemand ids of columns that are hidden until the examiner asks for them
/// @param tooltips what the pointer is told, by id of column; others tell what their text leaves out
/// @param icon the icon in the first column that is named in `iconColumn`
/// @param inks the style class of a cell, by id of column
/// @param contextMenu commands above Copy
/// @param tree makes a tree of the rows; the first of `columns` then shows the branches
/// @param tasks whose row it is, where what the row is about does not tell
public record GridLook<R>(
        String id,
        String title,
        List<String> columns,
        Map<String, Integer> widths,
        Map<String, String> titles,
        Set<String> onDemand,
        Map<String, Function<R, String>> tooltips,
        String iconColumn,
        Function<R, Optional<String>> icon,
        Map<String, Function<R, Optional<String>>> inks,
        List<MenuItem> contextMenu,
        Optional<Function<ResultTable<R>, Branches<R>>> tree,
        Optional<Function<R, Collection<Pid>>> tasks) {

    public GridLook {
        columns = List.copyOf(columns);
        widths = Map.copyOf(widths);
        titles = Map.copyOf(titles);
        onDemand = Set.copyOf(onDemand);
        tooltips = Map.copyOf(tooltips);
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
                Map.of(),
                Set.of(),
                Map.of(),
                "",
                _ -> Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
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
        return with(draft -> draft.widths = wanted);
    }

    /// The same with short titles.
    public GridLook<R> withTitles(Map<String, String> wanted) {
        return with(draft -> draft.titles = wanted);
    }

    /// The same with columns that are hidden until the examiner asks for them.
    public GridLook<R> withOnDemand(Set<String> wanted) {
        return with(draft -> draft.onDemand = wanted);
    }

    /// The same with texts for the pointer.
    public GridLook<R> withTooltips(Map<String, Function<R, String>> wanted) {
        return with(draft -> draft.tooltips = wanted);
    }

    /// The same with an icon in a column.
    public GridLook<R> withIcon(String column, Function<R, Optional<String>> wanted) {
        return with(
                draft -> {
                    draft.iconColumn = column;
                    draft.icon = wanted;
                });
    }

    /// The same with inks.
    public GridLook<R> withInks(Map<String, Function<R, Optional<String>>> wanted) {
        return with(draft -> draft.inks = wanted);
    }

    /// The same with commands in the context menu.
    public GridLook<R> withContextMenu(List<MenuItem> wanted) {
        return with(draft -> draft.contextMenu = wanted);
    }

    /// The same as a tree.
    public GridLook<R> withTree(Function<ResultTable<R>, Branches<R>> wanted) {
        return with(draft -> draft.tree = Optional.of(wanted));
    }

    /// The same for rows whose artefact does not tell to which tasks they belong.
    public GridLook<R> withTasks(Function<R, Collection<Pid>> wanted) {
        return with(draft -> draft.tasks = Optional.of(wanted));
    }

    private GridLook<R> with(Consumer<Draft<R>> change) {
        var draft = new Draft<>(this);
        change.accept(draft);
        return draft.done(this);
    }

    /// What of a look can be changed.
    private static final class Draft<R> {
        private Map<String, Integer> widths;
        private Map<String, String> titles;
        private Set<String> onDemand;
        private Map<String, Function<R, String>> tooltips;
        private String iconColumn;
        private Function<R, Optional<String>> icon;
        private Map<String, Function<R, Optional<String>>> inks;
        private List<MenuItem> contextMenu;
        private Optional<Function<ResultTable<R>, Branches<R>>> tree;
        private Optional<Function<R, Collection<Pid>>> tasks;

        Draft(GridLook<R> look) {
            widths = look.widths;
            titles = look.titles;
            onDemand = look.onDemand;
            tooltips = look.tooltips;
            iconColumn = look.iconColumn;
            icon = look.icon;
            inks = look.inks;
            contextMenu = look.contextMenu;
            tree = look.tree;
            tasks = look.tasks;
        }

        GridLook<R> done(GridLook<R> look) {
            return new GridLook<>(
                    look.id,
                    look.title,
                    look.columns,
                    widths,
                    titles,
                    onDemand,
                    tooltips,
                    iconColumn,
                    icon,
                    inks,
                    contextMenu,
                    tree,
                    tasks);
        }
    }
}
