package org.icecore.workbench.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A table of typed columns: sorted by header, filtered by a field (Ctrl+F), copied as text (Ctrl+C).
///
/// Columns fit the width of the table until the examiner moves one; their order, their widths and which of them are hidden
/// are remembered. Enter and double click open a row.
public final class DenseTable<R> extends VBox implements DenseRows {
    private final TableSetup<R> setup;
    private final TableView<R> table = new TableView<>();
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final FilteredList<R> filtered = new FilteredList<>(rows);
    private final FilterField filter = new FilterField(this::focusRows);
    private final RowCopy<R> copy;
    private final ColumnWidths<R> widths;
    private final ColumnMenu<R> choice;
    private final Label nothing = new Label("");
    private final ReadOnlyObjectWrapper<Optional<R>> selectedRow =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Consumer<R>> onOpen = Optional.empty();

    public DenseTable(TableSetup<R> setup) {
        this.setup = setup;
        this.copy = new RowCopy<>(setup, this::selected);
        getStyleClass().add("dense-table");
        getChildren().addAll(filter, table);
        setVgrow(table, Priority.ALWAYS);
        var sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setAccessibleText(setup.title());
        table.setFixedCellSize(Rows.HEIGHT);
        table.setTableMenuButtonVisible(false);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.setAlignment(Pos.TOP_LEFT);
        table.setPlaceholder(nothing);
        setup.mark().ifPresent(mark -> table.getColumns().add(column(Rows.cueColumn(mark))));
        setup.columns().forEach(column -> table.getColumns().add(column(column)));
        widths = new ColumnWidths<>(setup, table, table.getColumns(), this);
        choice = new ColumnMenu<>(widths);
        choice.attach(table.getColumns());
        table.setRowFactory(_ -> row());
        table.setContextMenu(copy.menu(choice::submenu));
        rows.addListener(
                (Observable _) ->
                        widths.see(rows.stream().map(row -> new ColumnWidths.Sample<>(row, 0))));
        Rows.keys(table, filter::open, copy, this::openSelected);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> selectedRow.set(Optional.ofNullable(row)));
        filter.text()
                .subscribe(
                        text -> {
                            Set<R> before = Collections.newSetFromMap(new IdentityHashMap<>());
                            before.addAll(selected());
                            filtered.setPredicate(setup.filter().apply(text));
                            selectWhere(before::contains);
                        });
        filtered.addListener((Observable _) -> filter.show(filtered.size(), rows.size()));
    }

    /// The rows, in the order in which they show while no column sorts them.
    public ObservableList<R> rows() {
        return rows;
    }

    /// The rows as shown: filtered and sorted.
    public List<R> shownRows() {
        return List.copyOf(table.getItems());
    }

    /// Replaces all rows; selects again what was selected, as far as an equal row is there.
    public void show(List<? extends R> wanted) {
        var before = selected();
        rows.setAll(wanted);
        select(before);
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
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> table.getItems().get(index))
                .toList();
    }

    /// Selects the rows equal to these and scrolls to the first.
    public void select(List<? extends R> wanted) {
        selectWhere(new HashSet<R>(wanted)::contains);
    }

    /// Selects the rows of which this holds and scrolls to the first.
    public void selectWhere(Predicate<? super R> wanted) {
        var model = table.getSelectionModel();
        model.clearSelection();
        var found =
                IntStream.range(0, table.getItems().size())
                        .filter(index -> wanted.test(table.getItems().get(index)))
                        .toArray();
        if (found.length > 0) {
            // The toolkit puts the one that it is told last in front.
            model.selectIndices(
                    found[found.length - 1],
                    IntStream.range(0, found.length)
                            .map(index -> found[found.length - 1 - index])
                            .toArray());
            Rows.reveal(table, found[0]);
        }
    }

    /// What Enter and double click do.
    public void onOpen(Consumer<R> deed) {
        onOpen = Optional.of(deed);
    }

    @Override
    public boolean openSelected() {
        var row = selected().stream().findFirst();
        row.ifPresent(found -> onOpen.ifPresent(deed -> deed.accept(found)));
        return row.isPresent() && onOpen.isPresent();
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
        table.getSelectionModel().selectAll();
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
    public TableView<R> control() {
        return table;
    }

    /// Moves the key focus to the rows.
    public void focusRows() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(0);
        }
    }

    private <T> TableColumn<R, R> column(Column<R, T> spec) {
        var column = new TableColumn<R, R>(spec.title());
        column.setId(spec.id());
        column.setPrefWidth(Rows.width(spec));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> TextCell.ofTable(spec, setup.icons()));
        column.setComparator(spec.rowOrder());
        if (spec.right()) {
            column.getStyleClass().add("right");
        }
        return column;
    }

    private TableRow<R> row() {
        var row =
                new TableRow<R>() {
                    @Override
                    protected void updateItem(R item, boolean empty) {
                        super.updateItem(item, empty);
                        Rows.mark(
                                this,
                                empty ? Optional.empty() : Optional.ofNullable(item),
                                setup.mark());
                    }
                };
        row.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && !row.isEmpty()) {
                        onOpen.ifPresent(deed -> deed.accept(row.getItem()));
                    }
                });
        return row;
    }
}
