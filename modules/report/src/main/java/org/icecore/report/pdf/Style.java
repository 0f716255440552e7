package org.icecore.report.pdf;

/// How a run of text looks.
///
/// @param size in points
record Style(Face face, double size, Ink ink) {

    static final Style BODY = new Style(Face.TEXT, 9.5, Ink.TEXT);
    static final Style CELL = new Style(Face.TEXT, 7.6, Ink.TEXT);
    static final Style HEAD = new Style(Face.BOLD, 7.2, Ink.SOFT);
    static final Style CAPTION = new Style(Face.BOLD, 8.4, Ink.TEXT);
    static final Style SMALL = new Style(Face.TEXT, 7.2, Ink.SOFT);
    static final Style LOCATION = new Style(Face.MONOSPACED, 5.8, Ink.SOFT);
    static final Style HEX = new Style(Face.MONOSPACED, 7, Ink.TEXT);

    Style in(Ink other) {
        return new Style(face, size, other);
    }

    Style bold() {
        return switch (face) {
            case TEXT, BOLD -> new Style(Face.BOLD, size, ink);
            case MONOSPACED, MONOSPACED_BOLD -> new Style(Face.MONOSPACED_BOLD, size, ink);
        };
    }

    /// The monospaced companion; a little smaller, since that face looks larger.
    Style monospaced() {
        return switch (face) {
            case TEXT -> new Style(Face.MONOSPACED, size * 0.9, ink);
            case BOLD -> new Style(Face.MONOSPACED_BOLD, size * 0.9, ink);
            case MONOSPACED, MONOSPACED_BOLD -> this;
        };
    }

    /// Distance from one baseline to the next.
    double leading() {
        return size * 1.38;
    }
}
