package org.icecore.views.hex.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where a hex view stands: its rows, caret, selection and the row at the top. For the JavaFX thread.
public final class HexNavigation {

    private final ReadOnlyObjectWrapper<RowTable> rows =
            new ReadOnlyObjectWrapper<>(RowTable.empty());
    private final ReadOnlyObjectWrapper<HexCursor> cursor =
            new ReadOnlyObjectWrapper<>(new HexCursor(0, 0, 0, false));
    private final ReadOnlyLongWrapper topRow = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper caret = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<AddressSpan>> selection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private int visibleRows = 1;
    private boolean laidOut;
    private Optional<Long> brought = Optional.empty();

    /// A view without rows.
    public HexNavigation() {
        cursor.subscribe(this::follow);
        rows.subscribe(this::follow);
    }

    private void follow() {
        caret.set(cursor().caret());
        selection.set(cursor().selection(rows()));
    }

    /// The rows shown.
    public ReadOnlyObjectProperty<RowTable> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public RowTable rows() {
        return rows.get();
    }

    /// Caret and anchor.
    public ReadOnlyObjectProperty<HexCursor> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    public HexCursor cursor() {
        return cursor.get();
    }

    /// The address of the byte the caret is on.
    public ReadOnlyLongProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    public long caret() {
        return cursor().caret();
    }

    /// What is selected; folds at its ends are selected whole.
    public ReadOnlyObjectProperty<Optional<AddressSpan>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Optional<AddressSpan> selection() {
        return selection.get();
    }

    /// The number of the row at the top.
    public ReadOnlyLongProperty topRowProperty() {
        return topRow.getReadOnlyProperty();
    }

    public long topRow() {
        return topRow.get();
    }

    public int visibleRows() {
        return visibleRows;
    }

    /// The greatest number the row at the top can have.
    public long lastTopRow() {
        return Math.max(0, rows().rowCount() - visibleRows);
    }

    /// Says how many rows are wholly in sight.
    public void setVisibleRows(int count) {
        visibleRows = Math.max(1, count);
        laidOut = true;
        brought.ifPresentOrElse(
                address -> scrollTo(rows().rowOf(address) - visibleRows / 3),
                () -> scrollTo(topRow()));
        brought = Optional.empty();
    }

    /// Shows other rows, with the same address at the top and the caret where it was or as near as can be.
    public void show(RowTable replacement) {
        var old = rows();
        boolean first = old.isEmpty();
        rows.set(replacement);
        if (first && !replacement.isEmpty()) {
            long row = replacement.caretRow(0, false);
            cursor.set(HexCursor.at(replacement, replacement.row(Math.max(0, row)).span().first()));
        } else if (!replacement.isEmpty() && !holds(replacement, cursor().caret())) {
            cursor.set(HexCursor.at(replacement, nearest(replacement, cursor().caret())));
        }
        scrollTo(first || replacement.isEmpty() ? 0 : sameRow(old.row(topRow()), replacement));
    }

    /// The row of `rows` that shows what `row` showed: its head, if it was the head of the addresses below it.
    private static long sameRow(HexRow row, RowTable rows) {
        long address = row.span().first();
        long found = rows.rowOf(address);
        for (long at = found; at >= 0 && rows.row(at).span().first() == address; at--) {
            if (rows.row(at).kind() == row.kind()) {
                return at;
            }
        }
        return found;
    }

    private static boolean holds(RowTable rows, long address) {
        var row = rows.row(rows.rowOf(address));
        return row.kind().holdsCaret() && row.span().contains(address);
    }

    /// The address nearest to `address` that the caret can stand on.
    static long nearest(RowTable rows, long address) {
        if (rows.isEmpty() || holds(rows, address)) {
            return address;
        }
        long row = rows.rowOf(address);
        long below = rows.caretRow(row, true);
        long above = rows.caretRow(row, false);
        if (below < 0) {
            return address;
        }
        long under = rows.row(below).span().nearest(address);
        long over = rows.row(above).span().nearest(address);
        return Long.compareUnsigned(distance(address, under), distance(address, over)) <= 0
                ? under
                : over;
    }

    private static long distance(long one, long other) {
        var span = AddressSpan.between(one, other);
        return span.last() - span.first();
    }

    /// Moves the caret and brings it into sight.
    public void move(HexCursor.Motion motion, boolean extend) {
        cursor.set(cursor().move(rows(), motion, visibleRows, extend));
        switch (motion) {
            case PAGE_UP -> scrollBy(-visibleRows);
            case PAGE_DOWN -> scrollBy(visibleRows);
            case LEFT, RIGHT, UP, DOWN, ROW_START, ROW_END, START, END -> {}
        }
        reveal();
    }

    /// Puts the caret on `address`.
    public void place(long address, boolean extend) {
        cursor.set(cursor().to(rows(), address, extend));
        reveal();
    }

    /// Selects `span` and brings its start into sight, a third of the way down if it was out of sight.
    public void select(AddressSpan span) {
        cursor.set(HexCursor.over(rows(), span));
        bring(span.first());
    }

    /// Brings `address` into sight, a third of the way down if it was out of sight.
    public void bring(long address) {
        long row = rows().rowOf(address);
        if (row < topRow() || row >= topRow() + visibleRows) {
            // What is in sight is known once the view is laid out; until then the place waits.
            brought = Optional.of(address).filter(_ -> !laidOut);
            scrollTo(row - visibleRows / 3);
        }
    }

    /// Scrolls as little as needed to have the caret in sight.
    public void reveal() {
        long row = rows().rowOf(cursor().caret());
        if (row < topRow()) {
            scrollTo(row);
        } else if (row >= topRow() + visibleRows) {
            scrollTo(row - visibleRows + 1);
        }
    }

    public void scrollTo(long row) {
        topRow.set(Math.clamp(row, 0, lastTopRow()));
    }

    public void scrollBy(long count) {
        scrollTo(topRow() + Math.clamp(count, -lastTopRow(), lastTopRow()));
    }
}
