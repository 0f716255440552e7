package org.icecore.workbench.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/// The rows of a tree as the items of its control; remembers which are open, whenever the items are made anew.
final class TreeItems<R> {
    private final Function<R, List<R>> children;
    private final Consumer<TreeItem<R>> onOpened;
    private final Set<R> open = new HashSet<>();
    private List<R> roots = List.of();

    /// @param children the rows under a row
    /// @param onOpened told of an item that opens
    TreeItems(Function<R, List<R>> children, Consumer<TreeItem<R>> onOpened) {
        this.children = children;
        this.onOpened = onOpened;
    }

    /// Replaces the rows at the top.
    void roots(List<? extends R> wanted) {
        roots = List.copyOf(wanted);
    }

    /// An item that shows nothing itself, over all rows.
    TreeItem<R> all() {
        return root(_ -> true, false);
    }

    /// An item that shows nothing itself, over the accepted rows and their ancestors, all of them open.
    TreeItem<R> only(Predicate<R> accepted) {
        return root(accepted, true);
    }

    private TreeItem<R> root(Predicate<R> accepted, boolean filtering) {
        var root = new TreeItem<R>();
        roots.forEach(row -> item(row, accepted, filtering).ifPresent(root.getChildren()::add));
        root.setExpanded(true);
        return root;
    }

    private Optional<TreeItem<R>> item(R row, Predicate<R> accepted, boolean filtering) {
        var item = new TreeItem<R>(row);
        children.apply(row)
                .forEach(
                        child ->
                                item(child, accepted, filtering)
                                        .ifPresent(item.getChildren()::add));
        item.setExpanded(filtering || open.contains(row));
        if (!filtering) {
            item.expandedProperty()
                    .subscribe(
                            expanded -> {
                                if (expanded) {
                                    open.add(row);
                                    onOpened.accept(item);
                                } else {
                                    open.remove(row);
                                }
                            });
        }
        return !filtering || accepted.test(row) || !item.getChildren().isEmpty()
                ? Optional.of(item)
                : Optional.empty();
    }

    /// The item of the row equal to this one, after its ancestors were opened; the nearest ancestor where a filter hides it.
    /// Empty if there is no such row.
    Optional<TreeItem<R>> reveal(TreeItem<R> root, R row) {
        return path(roots, row)
                .map(
                        path -> {
                            var item = root;
                            for (var step : path) {
                                item.setExpanded(true);
                                item =
                                        item.getChildren().stream()
                                                .filter(child -> child.getValue().equals(step))
                                                .findFirst()
                                                .orElse(item);
                            }
                            return item;
                        });
    }

    private Optional<List<R>> path(List<R> among, R wanted) {
        for (var row : among) {
            if (row.equals(wanted)) {
                return Optional.of(List.of(row));
            }
            var below = path(children.apply(row), wanted);
            if (below.isPresent()) {
                return Optional.of(Stream.concat(Stream.of(row), below.get().stream()).toList());
            }
        }
        return Optional.empty();
    }

    /// The rows that show under an open item. What is closed claims no room.
    static <R> Stream<ColumnWidths.Sample<R>> shown(TreeItem<R> parent, int depth) {
        return parent.getChildren().stream()
                .flatMap(
                        child ->
                                Stream.concat(
                                        Stream.of(
                                                new ColumnWidths.Sample<>(child.getValue(), depth)),
                                        child.isExpanded()
                                                ? shown(child, depth + 1)
                                                : Stream.empty()));
    }

    /// Opens the items under this one down to a depth.
    static void expand(TreeItem<?> item, int depth) {
        item.getChildren()
                .forEach(
                        child -> {
                            if (depth > 0) {
                                child.setExpanded(true);
                                expand(child, depth - 1);
                            }
                        });
    }
}
