package org.icecore.views.desk;

import org.icecore.views.hex.HexPalette;
import org.icecore.workbench.theme.Theme;

/// The colours of the hex controls in each theme of the workbench.
public final class ThemeColours {
    private ThemeColours() {}

    /// The colours for a theme.
    public static HexPalette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> HexPalette.light();
            case DARK -> HexPalette.dark();
            case HIGH_CONTRAST -> HexPalette.highContrast();
        };
    }
}
