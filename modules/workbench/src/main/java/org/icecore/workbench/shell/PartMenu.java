package org.icecore.workbench.shell;

import javafx.scene.Node;
import org.icecore.workbench.command.MenuItem;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.part.PartRef;

/// The menu of a tab. It works on the active part, as the same commands do from the menu bar and by key.
public final class PartMenu {
    private final PartsModel model;
    private final Menus menus;
    private final String[] viewCommands;

    /// @param commandIds the commands it shows, `-` for a line between groups
    public PartMenu(PartsModel model, Menus menus, String... commandIds) {
        this.model = model;
        this.menus = menus;
        this.viewCommands = commandIds.clone();
    }

    void show(PartRef ref, Node tab, double screenX, double screenY) {
        model.focus(ref);
        menus.contextMenu(() -> MenuItem.list(viewCommands)).show(tab, screenX, screenY);
    }

    /// Shows the menu under a tab.
    public void showUnder(PartRef ref, Node tab) {
        var bounds = tab.localToScreen(tab.getLayoutBounds());
        show(ref, tab, bounds.getMinX(), bounds.getMaxY());
    }
}
