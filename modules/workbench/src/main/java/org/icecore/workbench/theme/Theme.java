package org.icecore.workbench.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// A look of the whole window.
public enum Theme {
    /// Dark ink on white.
    LIGHT(
            "light",
            "Light",
            new PrimerLight().getUserAgentStylesheet(),
            """
            BACKGROUND #ffffff
            CHROME #f2f3f5
            HOVER #e6e8eb
            ROW_HOVER #f4f6f8
            SELECTION #d4e5fb
            SELECTION_INACTIVE #dde1e7
            ADDED_BACKGROUND #e2f4e6
            REMOVED_BACKGROUND #fde9e7
            CHANGED_BACKGROUND #fdf2d6
            NOT_CAPTURED_BACKGROUND #f0f1f3
            EXECUTABLE_BACKGROUND #f2ebfb
            BORDER #cdd1d6
            GRID #e6e8eb
            TEXT #1c2026
            MUTED #515a64
            ACCENT #1657a8
            ADDED #17622f
            REMOVED #a82015
            CHANGED #744b00
            NOT_CAPTURED #555e68
            ZERO #5b646e
            EXECUTABLE #6a3aa5
            ERROR #a82015
            WARNING #744b00
            """),
    /// Light ink on near black.
    DARK(
            "dark",
            "Dark",
            new PrimerDark().getUserAgentStylesheet(),
            """
            BACKGROUND #1e1f22
            CHROME #2a2c30
            HOVER #36393e
            ROW_HOVER #282a2e
            SELECTION #28406b
            SELECTION_INACTIVE #3a3d43
            ADDED_BACKGROUND #1d3325
            REMOVED_BACKGROUND #402321
            CHANGED_BACKGROUND #3b3119
            NOT_CAPTURED_BACKGROUND #282a2e
            EXECUTABLE_BACKGROUND #30273f
            BORDER #414449
            GRID #303338
            TEXT #dfe1e5
            MUTED #b2b8c0
            ACCENT #8ab9f7
            ADDED #78cf8a
            REMOVED #f79a91
            CHANGED #e5b95c
            NOT_CAPTURED #abb1b9
            ZERO #a9afb7
            EXECUTABLE #cbaef7
            ERROR #f79a91
            WARNING #e5b95c
            """),
    /// White ink on black, with strong lines.
    HIGH_CONTRAST(
            "high-contrast",
            "High contrast",
            new PrimerDark().getUserAgentStylesheet(),
            """
            BACKGROUND #000000
            CHROME #000000
            HOVER #2b2b2b
            ROW_HOVER #1a1a1a
            SELECTION #003a85
            SELECTION_INACTIVE #3d3d3d
            ADDED_BACKGROUND #002a10
            REMOVED_BACKGROUND #3a0805
            CHANGED_BACKGROUND #332600
            NOT_CAPTURED_BACKGROUND #1a1a1a
            EXECUTABLE_BACKGROUND #25103f
            BORDER #b4b4b4
            GRID #6e6e6e
            TEXT #ffffff
            MUTED #dcdcdc
            ACCENT #8fd3ff
            ADDED #6bff98
            REMOVED #ffaba4
            CHANGED #ffdc60
            NOT_CAPTURED #d0d0d0
            ZERO #c8c8c8
            EXECUTABLE #e0c6ff
            ERROR #ffaba4
            WARNING #ffdc60
            """);

    private final String id;
    private final String title;
    private final String base;
    private final Palette palette;

    Theme(String id, String title, String base, String palette) {
        this.id = id;
        this.title = title;
        this.base = base;
        this.palette = Palette.parse(palette);
    }

    /// Stable; remembered in the preferences.
    public String id() {
        return id;
    }

    /// The words in the menu.
    public String title() {
        return title;
    }

    /// Its colours.
    public Palette palette() {
        return palette;
    }

    /// The stylesheet of the controls under ours.
    String base() {
        return base;
    }
}
