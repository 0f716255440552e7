package org.icecore.workbench.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumnBase;

/// Lets the examiner choose which columns show, and gives their widths back to the table.
final class ColumnMenu<R> {
    private final ColumnWidths<R> widths;

    ColumnMenu(ColumnWidths<R> widths) {
        this.widths = widths;
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

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        for (var column : widths.optional()) {
            var item = new CheckMenuItem(widths.title(column));
            item.setMnemonicParsing(false);
            item.setSelected(column.isVisible());
            item.setOnAction(_ -> column.setVisible(item.isSelected()));
            items.add(item);
        }
        var fit = new MenuItem("Fit Columns to the View");
        fit.setDisable(!widths.chosen());
        fit.setOnAction(_ -> widths.forget());
        items.add(new SeparatorMenuItem());
        items.add(fit);
        return items;
    }
}
