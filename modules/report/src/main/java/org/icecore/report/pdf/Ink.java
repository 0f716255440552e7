package org.icecore.report.pdf;

import org.icecore.report.Mark;

/// A colour of the palette, 0xRRGGBB in sRGB. Dark enough to be read on its wash and in a black and white print.
enum Ink {
    TEXT(0x1B1F24),
    SOFT(0x5B6470),
    LINK(0x1F4E8C),
    RULE(0xC9CED6),
    HAIRLINE(0xE3E6EB),
    HEAD_WASH(0xF3F5F8),
    ADDED(0x1A6B33),
    ADDED_WASH(0xE9F5EC),
    REMOVED(0xA4221A),
    REMOVED_WASH(0xFCEDEB),
    CHANGED(0x7A4E00),
    CHANGED_WASH(0xFFF5DC),
    CHANGED_BYTE(0xFFDF94),
    HATCH(0xD5D9E0),
    NOTE(0x3C5A80);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /// Three operands for `rg` and `RG`.
    String operands() {
        return Sheet.number((rgb >> 16 & 0xFF) / 255.0)
                + " "
                + Sheet.number((rgb >> 8 & 0xFF) / 255.0)
                + " "
                + Sheet.number((rgb & 0xFF) / 255.0);
    }

    /// The colour of a sign.
    static Ink of(Mark mark) {
        return switch (mark) {
            case NONE, UNKNOWN -> TEXT;
            case ADDED -> ADDED;
            case REMOVED -> REMOVED;
            case CHANGED -> CHANGED;
        };
    }

    /// The colour behind a row.
    static Ink wash(Mark mark) {
        return switch (mark) {
            case NONE, UNKNOWN -> HEAD_WASH;
            case ADDED -> ADDED_WASH;
            case REMOVED -> REMOVED_WASH;
            case CHANGED -> CHANGED_WASH;
        };
    }
}
