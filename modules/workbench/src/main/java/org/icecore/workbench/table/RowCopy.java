package org.icecore.workbench.table;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copies the selected rows, and offers that in the context menu.
final class RowCopy<R> {
    private final TableSetup<R> setup;
    private final Supplier<List<R>> selected;

    RowCopy(TableSetup<R> setup, Supplier<List<R>> selected) {
        this.setup = setup;
        this.selected = selected;
    }

    /// The selected rows as text.
    String text(CopyFormat format) {
        return format.write(setup.titles(), selected.get().stream().map(setup::texts).toList());
    }

    void copy(CopyFormat format) {
        var content = new ClipboardContent();
        content.putString(text(format));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Shows the formats to choose from over a control.
    void askFormat(Node over) {
        var menu = new ContextMenu();
        for (var format : CopyFormat.values()) {
            menu.getItems().add(item(format.title(), format));
        }
        var corner = over.localToScreen(0, 0);
        menu.show(over, corner.getX() + 24, corner.getY() + 24);
    }

    /// @param more what stands below Copy
    ContextMenu menu(Supplier<Menu> more) {
        var menu = new ContextMenu();
        fill(menu, more);
        menu.setOnShowing(_ -> fill(menu, more));
        return menu;
    }

    private void fill(ContextMenu menu, Supplier<Menu> more) {
        menu.getItems().setAll(setup.menus().items(setup.contextMenu()));
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        var nothing = selected.get().isEmpty();
        var copy = item("Copy", CopyFormat.TSV);
        var copyAs = new Menu("Copy As (%s)".formatted(setup.menus().keys(Rows.COPY_AS)));
        for (var format : CopyFormat.values()) {
            copyAs.getItems().add(item(format.title(), format));
        }
        setup.menus().showKeys(copy, Rows.COPY);
        copy.setDisable(nothing);
        copyAs.setDisable(nothing);
        menu.getItems().addAll(copy, copyAs, new SeparatorMenuItem(), more.get());
    }

    private MenuItem item(String title, CopyFormat format) {
        var item = new MenuItem(title);
        item.setOnAction(_ -> copy(format));
        return item;
    }
}
