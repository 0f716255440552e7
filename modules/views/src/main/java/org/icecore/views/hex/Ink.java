package org.icecore.views.hex;

import javafx.scene.paint.Color;

/// What a character is drawn for, which gives its colour.
enum Ink {
    ADDRESS,
    PLAIN,
    ZERO,
    ABSENT,
    CHANGED,
    ADDED,
    REMOVED,
    EXECUTABLE;

    Color of(HexPalette palette) {
        return switch (this) {
            case ADDRESS -> palette.address();
            case PLAIN -> palette.foreground();
            case ZERO -> palette.zero();
            case ABSENT -> palette.absent();
            case CHANGED -> palette.changed();
            case ADDED -> palette.added();
            case REMOVED -> palette.removed();
            case EXECUTABLE -> palette.executable();
        };
    }
}
