package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A tree of typed columns: sorted by header, filtered by a field (Ctrl+F), copied as text (Ctrl+C).
///
/// Rows are told apart by `equals`: what is open and what is selected survives new rows. A filter keeps the
/// ancestors of what it finds and opens them.
public final class DenseTree<R> extends VBox implements DenseRows {
    private final TableSetup<R> setup;
    private final Function<R, List<R>> children;
    private final TreeTableView<R> tree = new TreeTableView<>();
    private final FilterField filter = new FilterField(() -> control().requestFocus());
    private final RowCopy<R> copy;
    private final ColumnWidths<R> widths;
    private final ColumnMenu<R> choice;
    private final Label nothing = new Label("");
    private final ReadOnlyObjectWrapper<Optional<R>> selectedRow =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<R> open = new HashSet<>();
    private List<R> roots = List.of();
    private Optional<Consumer<R>> onOpen = Optional.empty();
    private boolean opening;

    /// @param children the rows under a row, without cycles and at most some hundred levels deep; must be quick
    public DenseTree(TableSetup<R> setup, Function<R, List<R>> children) {
        this.setup = setup;
        this.children = children;
        this.copy = new RowCopy<>(setup, this::selected);
        getStyleClass().add("dense-table");
        getChildren().addAll(filter, tree);
        setVgrow(tree, Priority.ALWAYS);
        tree.setShowRoot(false);
        tree.setAccessibleText(setup.title());
        tree.setFixedCellSize(Rows.HEIGHT);
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        tree.setPlaceholder(nothing);
        setup.columns().forEach(column -> tree.getColumns().add(column(column)));
        setup.mark().ifPresent(mark -> tree.getColumns().addFirst(column(Rows.cueColumn(mark))));
        tree.setTreeColumn(tree.getColumns().get(setup.mark().isPresent() ? 1 : 0));
        widths = new ColumnWidths<>(setup, tree, tree.getColumns(), this);
        choice = new ColumnMenu<>(widths);
        choice.attach(tree.getColumns());
        tree.setRowFactory(_ -> row());
        tree.setContextMenu(copy.menu(choice::submenu));
        Rows.keys(tree, filter::open, copy, this::enter);
        filter.text().subscribe(_ -> rebuild());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> selectedRow.set(Optional.ofNullable(item).map(TreeItem::getValue)));
    }

    /// Replaces the rows at the top; opens and selects again what was open and selected.
    public void show(List<? extends R> wanted) {
        roots = List.copyOf(wanted);
        rebuild();
    }

    /// The text shown while there are no rows: why there are none.
    public void emptyText(String why) {
        nothing.setText(why);
    }

    /// The text of the filter field.
    public StringProperty filterText() {
        return filter.text();
    }

    /// Shows the filter field with the key focus.
    public void openFilter() {
        filter.open();
    }

    /// The row in front of the selection.
    public ObservableValue<Optional<R>> selectedRow() {
        return selectedRow.getReadOnlyProperty();
    }

    /// All selected rows, in the order shown.
    public List<R> selected() {
        return tree.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .flatMap(index -> Optional.ofNullable(tree.getTreeItem(index)).stream())
                .map(TreeItem::getValue)
                .toList();
    }

    /// Selects the row equal to this one, opening its ancestors, and scrolls to it. False if it is not there.
    public boolean select(R row) {
        var path = path(roots, row);
        path.ifPresent(
                rows -> {
                    var item = tree.getRoot();
                    for (var step : rows) {
                        item.setExpanded(true);
                        item =
                                item.getChildren().stream()
                                        .filter(child -> child.getValue().equals(step))
                                        .findFirst()
                                        .orElse(item);
                    }
                    var index = tree.getRow(item);
                    tree.getSelectionModel().clearAndSelect(index);
                    tree.scrollTo(Math.max(0, index - 3));
                });
        return path.isPresent();
    }

    /// Opens the rows down to a depth; 0 opens nothing.
    public void expand(int depth) {
        atOnce(() -> expand(tree.getRoot(), depth));
    }

    /// What Enter and double click do. Without it, double click opens and closes a row.
    public void onOpen(Consumer<R> deed) {
        onOpen = Optional.of(deed);
    }

    @Override
    public boolean openSelected() {
        selectedRow.get().ifPresent(row -> onOpen.ifPresent(deed -> deed.accept(row)));
        return selectedRow.get().isPresent() && onOpen.isPresent();
    }

    @Override
    public ColumnMenu<R> columns() {
        return choice;
    }

    @Override
    public String title() {
        return setup.title();
    }

    @Override
    public void selectAll() {
        tree.getSelectionModel().selectAll();
    }

    /// The selected rows as text with the titles of columns.
    public String selectedText(CopyFormat format) {
        return copy.text(format);
    }

    @Override
    public void copySelected(CopyFormat format) {
        copy.copy(format);
    }

    /// The control itself, for what this class does not offer.
    public TreeTableView<R> control() {
        return tree;
    }

    private void rebuild() {
        var selected = List.copyOf(selected());
        atOnce(this::plant);
        selected.stream().findFirst().ifPresent(this::select);
    }

    private void plant() {
        var wanted = filter.text().get();
        var root = new TreeItem<R>();
        roots.forEach(
                row ->
                        item(row, setup.filter().apply(wanted), !wanted.isBlank())
                                .ifPresent(root.getChildren()::add));
        root.setExpanded(true);
        tree.setRoot(root);
    }

    /// Fits the columns once to all that shows when many rows were opened.
    private void atOnce(Runnable deed) {
        opening = true;
        try {
            deed.run();
        } finally {
            opening = false;
        }
        widths.see(shown(tree.getRoot(), 0));
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
                                    if (!opening) {
                                        widths.see(shown(item, tree.getTreeItemLevel(item)));
                                    }
                                } else {
                                    open.remove(row);
                                }
                            });
        }
        return !filtering || accepted.test(row) || !item.getChildren().isEmpty()
                ? Optional.of(item)
                : Optional.empty();
    }

    /// The rows that show under an open one. What is closed claims no room.
    private Stream<ColumnWidths.Sample<R>> shown(TreeItem<R> parent, int depth) {
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

    private Optional<List<R>> path(List<R> among, R wanted) {
        for (var row : among) {
            if (row.equals(wanted)) {
                return Optional.of(List.of(row));
            }
            var below = path(children.apply(row), wanted);
            if (below.isPresent()) {
                var path = new ArrayList<R>();
                path.add(row);
                path.addAll(below.get());
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static void expand(TreeItem<?> item, int depth) {
        item.getChildren()
                .forEach(
                        child -> {
                            if (depth > 0) {
                                child.setExpanded(true);
                                expand(child, depth - 1);
                            }
                        });
    }

    private <T> TreeTableColumn<R, R> column(Column<R, T> spec) {
        var column = new TreeTableColumn<R, R>(spec.title());
        column.setId(spec.id());
        column.setPrefWidth(Rows.width(spec));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setCellFactory(_ -> TextCell.ofTree(spec, setup.icons()));
        Comparator<R> order = spec.rowOrder();
        column.setComparator(order);
        if (spec.right()) {
            column.getStyleClass().add("right");
        }
        return column;
    }

    private TreeTableRow<R> row() {
        var row =
                new TreeTableRow<R>() {
                    @Override
                    protected void updateItem(R item, boolean empty) {
                        super.updateItem(item, empty);
                        Rows.mark(
                                this,
                                empty ? Optional.empty() : Optional.ofNullable(item),
                                setup.mark());
                    }
                };
        // Where double click opens something, it must not close the row as well.
        row.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (isDoubleClick(event) && onOpen.isPresent()) {
                        event.consume();
                    }
                });
        row.setOnMouseClicked(
                event -> {
                    if (isDoubleClick(event) && !row.isEmpty()) {
                        onOpen.ifPresent(deed -> deed.accept(row.getItem()));
                    }
                });
        return row;
    }

    private static boolean isDoubleClick(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
    }

    private void enter() {
        if (!openSelected() && onOpen.isEmpty()) {
            Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                    .ifPresent(item -> item.setExpanded(!item.isExpanded()));
        }
    }
}
