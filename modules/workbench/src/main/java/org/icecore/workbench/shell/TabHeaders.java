package org.icecore.workbench.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.part.PartRef;

/// Makes the tabs of parts, which choose, close, maximise and carry them.
///
/// @param menu what a right click shows
record TabHeaders(PartsModel model, Icons icons, PartMenu menu, TabDrag drag) {

    TabHeader ofView(String id) {
        var descriptor = model.descriptor(id);
        var title = new ReadOnlyStringWrapper(descriptor.title());
        return heeding(
                new TabHeader(
                        new PartRef.OfView(id),
                        title,
                        new ReadOnlyStringWrapper(""),
                        icons.of(descriptor.icon()),
                        icons,
                        () -> model.hideView(id)));
    }

    TabHeader ofEditor(Object key) {
        return heeding(
                new TabHeader(
                        new PartRef.OfEditor(key),
                        model.editors().title(key),
                        model.editors().description(key),
                        icons.of(model.editors().tab(key).icon().orElse("editor")),
                        icons,
                        () -> model.closeEditor(key)));
    }

    private TabHeader heeding(TabHeader tab) {
        tab.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.MIDDLE) {
                        model.close(tab.ref());
                    } else {
                        model.focus(tab.ref());
                    }
                });
        tab.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        model.toggleMaximised();
                    }
                });
        tab.setOnContextMenuRequested(
                event -> menu.show(tab.ref(), tab, event.getScreenX(), event.getScreenY()));
        drag.attach(tab);
        return tab;
    }
}
