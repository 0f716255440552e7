package org.icecore.report.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Hangul syllables drawn from the letters of a font that has no syllables. ISO 32000-1, 9.6.5 (Type 3 fonts).
///
/// A font with all 11,172 syllables would add megabytes to the program for names that are rarely met. Codes are single
/// bytes, so that many different syllables need several of these.
final class HangulFont implements ReportFont {

    private static final int MOST = 255;
    private static final int EM = 1000;

    private final FontFile letters;
    private final String resourceName;
    private final List<Glyph> glyphs = new ArrayList<>();

    /// @param letters a font with the compatibility letters
    HangulFont(FontFile letters, String resourceName) {
        this.letters = letters;
        this.resourceName = resourceName;
    }

    @Override
    public String resourceName() {
        return resourceName;
    }

    @Override
    public int codeDigits() {
        return 2;
    }

    @Override
    public boolean isUsed() {
        return !glyphs.isEmpty();
    }

    /// Whether there is a code left for one more syllable.
    boolean hasRoom() {
        return glyphs.size() < MOST;
    }

    /// A new glyph for `syllable`.
    Glyph glyph(int syllable) {
        var glyph = new Glyph(this, glyphs.size() + 1, EM, syllable);
        glyphs.add(glyph);
        return glyph;
    }

    @Override
    public COSDictionary write(PDDocument document) throws IOException {
        var procedures = new COSDictionary();
        var differences = new COSArray();
        var widths = new COSArray();
        differences.add(COSInteger.ONE);
        for (var glyph : glyphs) {
            var name = COSName.getPDFName("uni%04X".formatted(glyph.codePoint()));
            differences.add(name);
            widths.add(COSInteger.get(EM));
            procedures.setItem(
                    name,
                    ReportFont.stream(
                            document,
                            procedure(glyph.codePoint()).getBytes(StandardCharsets.US_ASCII)));
        }
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(0, -200, EM, EM));
        font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
        font.setItem(COSName.CHAR_PROCS, procedures);
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setInt(COSName.FIRST_CHAR, 1);
        font.setInt(COSName.LAST_CHAR, glyphs.size());
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.TO_UNICODE, toUnicode(document, glyphs));
        return font;
    }

    /// The outlines of a syllable, filled in the colour of the text.
    private String procedure(int syllable) throws IOException {
        var drawing = new StringBuilder("%d 0 0 -200 %d %d d1\n".formatted(EM, EM, EM));
        for (var part : Jamo.parts(syllable)) {
            var outline = letters.outline(part.letter());
            var ink = outline.getBounds2D();
            var across = Math.min(1, (part.right() - part.left()) / ink.getWidth());
            var up = Math.min(1, (part.top() - part.bottom()) / ink.getHeight());
            var place = new AffineTransform();
            place.translate(
                    (part.left() + part.right()) / 2 - ink.getCenterX() * across,
                    (part.bottom() + part.top()) / 2 - ink.getCenterY() * up);
            place.scale(across, up);
            path(outline.getPathIterator(place), drawing);
        }
        return drawing.append("f\n").toString();
    }

    private static void path(PathIterator path, StringBuilder drawing) {
        var at = new double[6];
        var x = 0.0;
        var y = 0.0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    operator(drawing, "m", at[0], at[1]);
                    x = at[0];
                    y = at[1];
                }
                case PathIterator.SEG_LINETO -> {
                    operator(drawing, "l", at[0], at[1]);
                    x = at[0];
                    y = at[1];
                }
                case PathIterator.SEG_QUADTO -> {
                    // PDF has cubic curves only.
                    operator(
                            drawing,
                            "c",
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                    x = at[2];
                    y = at[3];
                }
                default -> drawing.append("h\n");
            }
        }
    }

    private static void operator(StringBuilder drawing, String name, double... operands) {
        for (var operand : operands) {
            drawing.append(Math.round(operand)).append(' ');
        }
        drawing.append(name).append('\n');
    }

    private static COSArray numbers(float... values) {
        var numbers = new COSArray();
        for (var value : values) {
            numbers.add(new COSFloat(value));
        }
        return numbers;
    }
}
