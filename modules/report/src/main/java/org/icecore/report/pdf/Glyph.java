package org.icecore.report.pdf;

/// A character as one font draws it.
///
/// @param code what stands for it in a content stream
/// @param advance in thousandths of the font size
/// @param codePoint the character that is drawn, or its first where one glyph stands for several
record Glyph(ReportFont font, int code, double advance, int codePoint) {

    boolean isSpace() {
        return codePoint == ' ';
    }

    /// Whether the glyph is drawn on top of the one before it.
    boolean isMark() {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /// Whether writing from right to left can be involved.
    boolean isRightToLeft() {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                    true;
            default -> false;
        };
    }
}
