package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumnBase;

/// Lets the examiner choose which columns show, and gives their widths back to the table.
public final class ColumnMenu<R> {
    private static final double OFFSET = 24;

    private final ColumnWidths<R> widths;

    /// A column that may be hidden.
    ///
    /// @param title as in its header
    /// @param shown whether it shows
    /// @param toggle hides it, or shows it again
    public record Choice(String title, boolean shown, Runnable toggle) {}

    ColumnMenu(ColumnWidths<R> widths) {
        this.widths = widths;
    }

    /// The columns that may be hidden, from left to right.
    public List<Choice> choices() {
        return widths.optional().stream().<Choice>map(this::choice).toList();
    }

    /// Whether the examiner moved a column, so that they no longer fit the table by themselves.
    public boolean moved() {
        return widths.chosen();
    }

    /// Fits the columns to the table again.
    public void fit() {
        widths.forget();
    }

    /// Offers the choice over a table, to be made with the arrow keys.
    public void show(Node over) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items());
        var corner = over.localToScreen(0, 0);
        menu.show(over, corner.getX() + OFFSET, corner.getY() + OFFSET);
    }

    /// Offers the choice on the headers.
    void attach(List<? extends TableColumnBase<?, ?>> columns) {
        var menu = new ContextMenu();
        menu.getItems().setAll(items());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        columns.forEach(column -> column.setContextMenu(menu));
    }

    /// The choice as part of another menu.
    Menu submenu() {
        var menu = new Menu("Columns");
        menu.getItems().setAll(items());
        return menu;
    }

    private Choice choice(TableColumnBase<?, ?> column) {
        return new Choice(
                widths.title(column),
                column.isVisible(),
                () -> column.setVisible(!column.isVisible()));
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        for (var choice : choices()) {
            var item = new CheckMenuItem(choice.title());
            item.setMnemonicParsing(false);
            item.setSelected(choice.shown());
            item.setOnAction(_ -> choice.toggle().run());
            items.add(item);
        }
        var fit = new MenuItem("Fit Columns to the View");
        fit.setDisable(!moved());
        fit.setOnAction(_ -> fit());
        items.add(new SeparatorMenuItem());
        items.add(fit);
        return items;
    }
}
