package org.icecore.workbench.table;

import java.util.Locale;

/// What the eye should find in a row without reading. Each has a cue that is not colour.
public enum Mark {
    NONE(""),
    ADDED("+"),
    REMOVED("-"),
    CHANGED("~"),
    NOT_CAPTURED("??"),
    EXECUTABLE("x"),
    /// Of less weight, such as rows that a filter of the view keeps only for context.
    DIMMED("");

    private final String cue;

    Mark(String cue) {
        this.cue = cue;
    }

    /// The text shown in the cue column.
    public String cue() {
        return cue;
    }

    /// The style class of text in its colour.
    String ink() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The style class of its rows.
    public String styleClass() {
        return "mark-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
