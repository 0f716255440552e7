package org.icecore.workbench.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.icecore.workbench.command.KeySequence;

/// What rows of tables and trees have in common.
final class Rows {
    /// The keys that copy the selected rows.
    static final KeySequence COPY = KeySequence.parse("shortcut+c");
    /// The keys that ask in which form.
    static final KeySequence COPY_AS = KeySequence.parse("shortcut+shift+c");

    /// The height of a row, in pixels.
    static final double HEIGHT = 22;

    private static final int CONTEXT = 3;

    /// What the toolkit takes for a width that nobody asked for, and replaces by that of the first rows.
    private static final double UNASKED = 80;

    private Rows() {}

    /// The width at which a column is shown first.
    static double width(Column<?, ?> column) {
        return asked(column.width());
    }

    /// A width as it must be given to the toolkit.
    static double asked(double width) {
        return width == UNASKED ? UNASKED + 1 : width;
    }

    /// The narrow column that says in text what the colour of a row says.
    static <R> Column<R, String> cueColumn(Function<R, Mark> mark) {
        return Column.<R>text("mark", "", 22, row -> mark.apply(row).cue())
                .monospaced()
                .withInk(
                        row ->
                                Optional.of(mark.apply(row))
                                        .filter(found -> !found.cue().isEmpty())
                                        .map(Mark::ink));
    }

    static <R> void mark(IndexedCell<R> row, Optional<R> item, Optional<Function<R, Mark>> mark) {
        Arrays.stream(Mark.values()).forEach(each -> row.getStyleClass().remove(each.styleClass()));
        item.flatMap(value -> mark.map(of -> of.apply(value)))
                .ifPresent(found -> row.getStyleClass().add(found.styleClass()));
    }

    static void keys(Control control, Runnable find, RowCopy<?> copy, Runnable open) {
        // The toolkit holds the first row for visited before anything is selected, and goes to the
        // second.
        control.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN && selectFirst(control)) {
                        event.consume();
                    }
                });
        control.setOnKeyPressed(
                event -> {
                    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                        find.run();
                        event.consume();
                    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                        if (event.isShiftDown()) {
                            copy.askFormat(control);
                        } else {
                            copy.copy(CopyFormat.TSV);
                        }
                        event.consume();
                    } else if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
                        open.run();
                        event.consume();
                    }
                });
    }

    private static boolean selectFirst(Control control) {
        return switch (control) {
            case TableView<?> table ->
                    !table.getItems().isEmpty() && selectFirst(table.getSelectionModel());
            case TreeTableView<?> tree ->
                    tree.getExpandedItemCount() > 0 && selectFirst(tree.getSelectionModel());
            default -> false;
        };
    }

    private static boolean selectFirst(SelectionModel<?> model) {
        if (!model.isEmpty()) {
            return false;
        }
        model.clearAndSelect(0);
        return true;
    }

    /// Scrolls so that some rows before the wanted one show, unless it is near the top already.
    static void reveal(TableView<?> table, int index) {
        table.scrollTo(Math.max(0, index - CONTEXT));
    }
}
