package org.icecore.workbench.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.event.EventDispatchChain;
import javafx.scene.control.TreeItem;

/// The rows of a tree as the items of its control; remembers which are open, whenever the items are made anew.
///
/// A tree can have hundreds of thousands of rows, items are large, and few are looked at: what is closed has none below it yet.
final class TreeItems<R> {
    private final Function<R, List<R>> children;
    private final Consumer<TreeItem<R>> onOpened;
    private final Set<R> open = new HashSet<>();
    private List<R> roots = List.of();
    private int accepted;
    private int asked;

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

    /// Has the rows down to a depth open when the items are made next.
    void open(int depth) {
        open(roots, depth);
    }

    private void open(List<R> rows, int depth) {
        if (depth > 0) {
            for (var row : rows) {
                var below = children.apply(row);
                if (!below.isEmpty()) {
                    open.add(row);
                    open(below, depth - 1);
                }
            }
        }
    }

    /// An item that shows nothing itself, over all rows.
    TreeItem<R> all() {
        var root = root(roots.stream().<TreeItem<R>>map(Later::new).toList());
        root.addEventHandler(
                TreeItem.<R>branchExpandedEvent(),
                event -> {
                    open.add(event.getTreeItem().getValue());
                    onOpened.accept(event.getTreeItem());
                });
        root.addEventHandler(
                TreeItem.<R>branchCollapsedEvent(),
                event -> open.remove(event.getTreeItem().getValue()));
        return root;
    }

    /// An item that shows nothing itself, over the accepted rows and their ancestors, all of them open. An accepted row with
    /// nothing accepted below it can be opened to all that lies there.
    TreeItem<R> only(Predicate<R> wanted) {
        accepted = 0;
        asked = 0;
        return root(items(roots, wanted));
    }

    /// How many rows were accepted by the last filter.
    int accepted() {
        return accepted;
    }

    /// How many rows the last filter was asked about: all there are.
    int asked() {
        return asked;
    }

    private TreeItem<R> root(List<TreeItem<R>> below) {
        var root = new TreeItem<R>();
        root.getChildren().setAll(below);
        root.setExpanded(true);
        return root;
    }

    private List<TreeItem<R>> items(List<R> rows, Predicate<R> wanted) {
        return rows.stream().flatMap(row -> item(row, wanted).stream()).toList();
    }

    private Optional<TreeItem<R>> item(R row, Predicate<R> wanted) {
        var below = items(children.apply(row), wanted);
        var fits = wanted.test(row);
        asked++;
        if (fits) {
            accepted++;
        }
        if (below.isEmpty()) {
            return fits ? Optional.of(new Found(row)) : Optional.empty();
        }
        var item = new TreeItem<R>(row);
        item.getChildren().setAll(below);
        item.setExpanded(true);
        return Optional.of(item);
    }

    /// An item that makes those under it when it is opened, or they are asked for. What is open from the start has them before the
    /// control sees it, which would look for the place of each.
    private class Later extends TreeItem<R> {

        private boolean made;
        private boolean making;

        Later(R row) {
            this(row, open.contains(row));
        }

        Later(R row, boolean opened) {
            super(row);
            if (opened) {
                getChildren();
                setExpanded(true);
            }
        }

        TreeItem<R> under(R row) {
            return new Later(row);
        }

        @Override
        public ObservableList<TreeItem<R>> getChildren() {
            if (!made) {
                made = true;
                var below = children.apply(getValue());
                if (!below.isEmpty()) {
                    making = true;
                    super.getChildren().setAll(below.stream().map(this::under).toList());
                    making = false;
                }
            }
            return super.getChildren();
        }

        /// Those that come when they are asked for are no news. Told of them, the control would look for the place of each, which
        /// takes time by the square of their number.
        @Override
        public EventDispatchChain buildEventDispatchChain(EventDispatchChain tail) {
            return making ? tail : super.buildEventDispatchChain(tail);
        }

        @Override
        public boolean isLeaf() {
            return made ? super.isLeaf() : children.apply(getValue()).isEmpty();
        }
    }

    /// What a filter found, closed whatever was open before: below it is what the filter does not ask for.
    private final class Found extends Later {

        Found(R row) {
            super(row, false);
        }

        @Override
        TreeItem<R> under(R row) {
            return new Found(row);
        }
    }

    /// The item of the row equal to this one, after its ancestors were opened; the nearest ancestor where a filter hides it.
    /// Empty if there is no such row.
    Optional<TreeItem<R>> reveal(TreeItem<R> root, R row) {
        return path(roots, row)
                .map(
                        path -> {
                            var item = root;
                            for (var step : path) {
                                if (item instanceof TreeItems<?>.Found && !item.isExpanded()) {
                                    break;
                                }
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
}
