package org.icecore.views.images;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.icecore.workbench.command.EditTarget;
import org.icecore.workbench.icon.Icons;

/// The tree of fields on the screen: a table, so that a million entries take no more than the rows in sight.
final class FieldTable extends TableView<FieldRow> implements EditTarget {
    private static final double ROW = 22;
    private static final int CONTEXT = 3;

    private final Consumer<FieldPath> onSelect;
    private final Runnable onEnter;
    private final Runnable onCopy;
    private Optional<FieldRows> rows = Optional.empty();
    private Subscription readings = Subscription.EMPTY;
    private boolean following;
    private Optional<FieldPath> told = Optional.empty();

    /// @param onSelect told of a field that the examiner selects
    /// @param onEnter what Enter does on a field without parts
    FieldTable(Icons icons, Consumer<FieldPath> onSelect, Runnable onEnter, Runnable onCopy) {
        this.onSelect = onSelect;
        this.onEnter = onEnter;
        this.onCopy = onCopy;
        setFixedCellSize(ROW);
        var nothing = new Label("The image has no field.");
        nothing.getStyleClass().add("muted");
        setPlaceholder(nothing);
        getStyleClass().add("field-table");
        getColumns().add(column("name", "Field", 148, () -> FieldCell.name(icons, this::toggle)));
        getColumns().add(column("value", "Value", 112, () -> words(FieldLine::shown)));
        getColumns()
                .add(
                        column(
                                "bytes",
                                "Bytes",
                                136,
                                () -> FieldCell.words(line -> String.valueOf(line.range()), true)));
        getColumns().add(column("type", "Type", 108, () -> words(FieldLine::typeInWords)));
        setRowFactory(_ -> row());
        getSelectionModel().selectedItemProperty().subscribe(_ -> selected());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Fitting a column to its content would read all rows there are.
        addEventFilter(MouseEvent.MOUSE_PRESSED, FieldTable::spareTheHeader);
    }

    private static TableCell<FieldRow, FieldRow> words(Function<FieldLine, String> words) {
        return FieldCell.words(words, false);
    }

    /// Shows the fields of an image.
    void show(FieldRows shown) {
        readings.unsubscribe();
        rows = Optional.of(shown);
        setItems(shown);
        readings = shown.readings().subscribe(_ -> reread());
    }

    /// Selects the row of a field that is not hidden, and brings it into sight.
    void select(FieldPath path) {
        int row = rows.map(shown -> shown.row(path)).orElse(-1);
        if (row < 0) {
            return;
        }
        told = Optional.of(path);
        quietly(() -> getSelectionModel().clearAndSelect(row));
        if (!isInSight(row)) {
            scrollTo(Math.max(0, row - CONTEXT));
        }
    }

    @Override
    public void copySelected() {
        onCopy.run();
    }

    /// One field is selected at a time.
    @Override
    public void selectAll() {}

    /// The row that is selected.
    Optional<FieldRow> selectedRow() {
        int row = getSelectionModel().getSelectedIndex();
        return rows.filter(shown -> row >= 0 && row < shown.size()).map(shown -> shown.get(row));
    }

    /// A row that was read, or that moved because others opened above it, is a new item of the same field: only another
    /// field is a choice of the examiner, and never while rows come and go.
    private void selected() {
        if (following || rows.filter(FieldRows::changing).isPresent()) {
            return;
        }
        selectedRow()
                .map(FieldRow::path)
                .filter(path -> !told.equals(Optional.of(path)))
                .ifPresent(this::tell);
    }

    private void tell(FieldPath path) {
        told = Optional.of(path);
        onSelect.accept(path);
    }

    private void reread() {
        quietly(this::refresh);
    }

    private void quietly(Runnable deed) {
        boolean before = following;
        following = true;
        try {
            deed.run();
        } finally {
            following = before;
        }
    }

    private void toggle(FieldRow row) {
        rows.ifPresent(
                shown -> {
                    var selected = selectedRow().map(FieldRow::path);
                    quietly(
                            () -> {
                                if (row.open()) {
                                    shown.close(row.path());
                                } else {
                                    shown.open(row.path());
                                }
                            });
                    // What was selected within goes with it; what holds it takes its place.
                    var wanted = selected.filter(path -> shown.row(path) >= 0).orElse(row.path());
                    quietly(() -> getSelectionModel().clearAndSelect(shown.row(wanted)));
                    if (!selected.equals(Optional.of(wanted))) {
                        tell(wanted);
                    }
                });
    }

    private void key(KeyEvent event) {
        var row = selectedRow();
        if (row.isEmpty()) {
            return;
        }
        boolean used =
                switch (event.getCode()) {
                    case RIGHT, ADD, PLUS -> right(row.get());
                    case LEFT, SUBTRACT, MINUS -> left(row.get());
                    case ENTER -> !event.isAltDown() && enter(row.get());
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean right(FieldRow row) {
        if (row.hasParts() && !row.open()) {
            toggle(row);
        } else if (row.open()) {
            getSelectionModel().clearAndSelect(getSelectionModel().getSelectedIndex() + 1);
        }
        return true;
    }

    private boolean left(FieldRow row) {
        if (row.open()) {
            toggle(row);
        } else if (row.path().depth() > 0) {
            select(row.path().parent());
            tell(row.path().parent());
        }
        return true;
    }

    private boolean enter(FieldRow row) {
        if (row.hasParts()) {
            toggle(row);
        } else {
            onEnter.run();
        }
        return true;
    }

    private boolean isInSight(int row) {
        return lookupAll(".table-row-cell").stream()
                .filter(TableRow.class::isInstance)
                .map(TableRow.class::cast)
                .anyMatch(
                        cell ->
                                cell.isVisible()
                                        && cell.getIndex() == row
                                        && cell.getBoundsInParent().getMinY() >= 0
                                        && cell.getBoundsInParent().getMaxY() < getHeight() - ROW);
    }

    private static void spareTheHeader(MouseEvent event) {
        if (event.getClickCount() > 1 && event.getTarget() instanceof Node target) {
            for (var node = target; node != null; node = node.getParent()) {
                if (node.getStyleClass().contains("column-header-background")) {
                    event.consume();
                }
            }
        }
    }

    private TableRow<FieldRow> row() {
        var row =
                new TableRow<FieldRow>() {
                    @Override
                    protected void updateItem(FieldRow item, boolean empty) {
                        super.updateItem(item, empty);
                        setAccessibleText(empty || item == null ? null : item.spoken());
                    }
                };
        row.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && !row.isEmpty()
                            && row.getItem().hasParts()) {
                        toggle(row.getItem());
                    }
                });
        return row;
    }

    private static TableColumn<FieldRow, FieldRow> column(
            String id,
            String title,
            double width,
            java.util.function.Supplier<TableCell<FieldRow, FieldRow>> cell) {
        var column = new TableColumn<FieldRow, FieldRow>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue()).getReadOnlyProperty());
        column.setCellFactory(_ -> cell.get());
        return column;
    }
}
