package org.icecore.workbench.theme;

import java.util.Locale;

/// What a colour is for. In the stylesheet `ADDED_BACKGROUND` is the looked-up colour `-wb-added-background`.
public enum Token {
    /// Behind the content of views and editors.
    BACKGROUND(Use.SURFACE),
    /// Behind bars and tabs.
    CHROME(Use.SURFACE),
    /// Behind what the pointer is over.
    HOVER(Use.SURFACE),
    /// Behind the row that the pointer is over; fainter than any selection.
    ROW_HOVER(Use.SURFACE),
    /// Behind selected rows of the part that has the key focus.
    SELECTION(Use.SURFACE),
    /// Behind selected rows of other parts.
    SELECTION_INACTIVE(Use.SURFACE),
    /// Behind added rows and bytes.
    ADDED_BACKGROUND(Use.SURFACE),
    /// Behind removed rows and bytes.
    REMOVED_BACKGROUND(Use.SURFACE),
    /// Behind changed rows and bytes.
    CHANGED_BACKGROUND(Use.SURFACE),
    /// Behind bytes that the checkpoint does not hold.
    NOT_CAPTURED_BACKGROUND(Use.SURFACE),
    /// Behind bytes that may be executed.
    EXECUTABLE_BACKGROUND(Use.SURFACE),
    /// Lines between parts and around fields.
    BORDER(Use.LINE),
    /// Lines between rows and columns, and the hatch of bytes not captured.
    GRID(Use.LINE),
    /// Plain text.
    TEXT(Use.INK),
    /// Text of less weight: units, hints, keys.
    MUTED(Use.INK),
    /// Links, the focus ring, the tab in front, progress.
    ACCENT(Use.INK),
    /// `+`.
    ADDED(Use.INK),
    /// `-`.
    REMOVED(Use.INK),
    /// `~`.
    CHANGED(Use.INK),
    /// `??`.
    NOT_CAPTURED(Use.INK),
    /// Bytes that are zero.
    ZERO(Use.INK),
    /// Mappings and bytes that may be executed.
    EXECUTABLE(Use.INK),
    /// Errors.
    ERROR(Use.INK),
    /// Warnings.
    WARNING(Use.INK);

    /// How a colour is used, which says what contrast it needs.
    public enum Use {
        /// Something is written on it.
        SURFACE,
        /// A line that separates.
        LINE,
        /// Something is written with it, on any surface.
        INK
    }

    private final Use use;

    Token(Use use) {
        this.use = use;
    }

    /// How it is used.
    public Use use() {
        return use;
    }

    /// Its name in the stylesheet.
    public String cssName() {
        return "-wb-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
