package org.icecore.report.pdf;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/// The order in which the glyphs of a line stand on paper, from left to right. Unicode Standard Annex 9.
///
/// Each run is ordered for itself, within a line written from left to right: a name in one script cannot push the text
/// around it.
final class VisualOrder {

    /// Opening and closing characters that change places where writing runs to the left.
    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

    private final FontShelf fonts;

    VisualOrder(FontShelf fonts) {
        this.fonts = fonts;
    }

    /// The glyphs of `run` as they stand on paper.
    List<Glyph> of(Run run) throws IOException {
        var glyphs = run.glyphs();
        if (glyphs.stream().noneMatch(Glyph::isRightToLeft)) {
            return glyphs;
        }
        var text = new StringBuilder();
        var starts = new int[glyphs.size()];
        for (var i = 0; i < starts.length; i++) {
            starts[i] = text.length();
            text.appendCodePoint(glyphs.get(i).codePoint());
        }
        var bidi = new Bidi(text.toString(), Bidi.DIRECTION_LEFT_TO_RIGHT);
        var clusters = new ArrayList<List<Glyph>>();
        var levels = new ArrayList<Byte>();
        for (var i = 0; i < starts.length; i++) {
            var glyph = glyphs.get(i);
            if (glyph.isMark() && !clusters.isEmpty()) {
                clusters.getLast().add(glyph);
                continue;
            }
            var level = (byte) bidi.getLevelAt(starts[i]);
            clusters.add(
                    new ArrayList<>(
                            List.of(level % 2 == 1 ? mirrored(glyph, run.style().face()) : glyph)));
            levels.add(level);
        }
        var order = clusters.toArray();
        var each = new byte[levels.size()];
        for (var i = 0; i < each.length; i++) {
            each[i] = levels.get(i);
        }
        Bidi.reorderVisually(each, 0, order, 0, order.length);
        var visual = new ArrayList<Glyph>(starts.length);
        for (var cluster : order) {
            for (var glyph : (List<?>) cluster) {
                visual.add((Glyph) glyph);
            }
        }
        return visual;
    }

    private Glyph mirrored(Glyph glyph, Face face) throws IOException {
        var index = MIRRORED.indexOf(glyph.codePoint());
        return index < 0
                ? glyph
                : fonts.shape(String.valueOf(MIRRORED.charAt(index ^ 1)), face).getFirst();
    }
}
