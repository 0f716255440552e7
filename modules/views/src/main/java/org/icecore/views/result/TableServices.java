package org.icecore.views.result;

import org.icecore.views.desk.Reveal;
import org.icecore.workbench.WorkbenchServices;
import org.icecore.workbench.command.Menus;
import org.icecore.workbench.icon.Icons;
import org.icecore.workbench.preference.Preferences;

/// What every table and tree of a view is made with.
///
/// @param reveal shows where a row was read
public record TableServices(Menus menus, Icons icons, Preferences preferences, Reveal reveal) {
    /// Those of a workbench.
    public static TableServices of(WorkbenchServices services) {
        return new TableServices(
                services.menus(),
                services.icons(),
                services.preferences(),
                new Reveal(services.parts()));
    }
}
