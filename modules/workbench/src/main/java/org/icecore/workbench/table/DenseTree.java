package org.icecore.workbench.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
/// ancestors of what it finds and opens them; what it finds can be opened.
public final class DenseTree<R> extends VBox implements DenseRows {
    private final TableSetup<R> setup;
    private final TreeItems<R> items;
    private final TreeTableView<R> tree = new TreeTableView<>();
    private final FilterField filter = new FilterField(() -> control().requestFocus());
    private final RowCopy<R> copy;
    private final ColumnWidths<R> widths;
    private final ColumnMenu<R> choice;
    private final Label nothing = new Label("");
    private final ReadOnlyObjectWrapper<Optional<R>> selectedRow =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Consumer<R>> onOpen = Optional.empty();
    private boolean opening;

    /// @param children the rows under a row, without cycles and at most some hundred levels deep; must be quick
    public DenseTree(TableSetup<R> setup, Function<R, List<R>> children) {
        this.setup = setup;
        this.items = new TreeItems<>(children, this::opened);
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
        items.roots(wanted);
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

    /// What stands beside the filter: how many of all rows it accepts; empty where it accepts all.
    public String filterCount() {
        return filter.counted();
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
        var item = items.reveal(tree.getRoot(), row);
        item.map(tree::getRow)
                .ifPresent(
                        index -> {
                            tree.getSelectionModel().clearAndSelect(index);
                            tree.scrollTo(Math.max(0, index - 3));
                        });
        return item.isPresent();
    }

    /// Opens the rows down to a depth; 0 opens nothing.
    public void expand(int depth) {
        items.open(depth);
        rebuild();
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
        tree.setRoot(wanted.isBlank() ? items.all() : items.only(setup.filter().apply(wanted)));
        if (wanted.isBlank()) {
            filter.show(0, 0);
        } else {
            filter.show(items.accepted(), items.asked());
        }
    }

    /// Fits the columns once to all that shows when many rows were opened.
    private void atOnce(Runnable deed) {
        opening = true;
        try {
            deed.run();
        } finally {
            opening = false;
        }
        widths.see(TreeItems.shown(tree.getRoot(), 0));
    }

    private void opened(TreeItem<R> item) {
        if (!opening) {
            widths.see(TreeItems.shown(item, tree.getTreeItemLevel(item)));
        }
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
