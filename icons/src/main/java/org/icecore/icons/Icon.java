package org.icecore.icons;

/// One icon of the family, drawn in a box of 16 × 16 with lines of [#WIDTH], round caps and joins, and no fill.
///
/// @param name the name of the drawing, `task-alive`
/// @param stroke SVG path data, painted in the colour of the text
/// @param accent SVG path data, painted in the accent colour over `stroke`; empty when the drawing has none
public record Icon(String name, String stroke, String accent) {
    /// The side of the box that every drawing fills.
    public static final double BOX = 16;

    /// The width of a line, in units of the box.
    public static final double WIDTH = 1.25;
}
