package org.icecore.report.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A TrueType font that travels with this module.
final class FontFile implements AutoCloseable {

    private static final int CMAP = 0x636D6170;
    private static final int VARIATION_SEQUENCES = 0x0000_0005;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final int unitsPerEm;

    private FontFile(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup(true);
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /// Reads the font at `resource`, as [Face#files] names it.
    static FontFile load(String resource) throws IOException {
        try (var in = FontFile.class.getResourceAsStream("fonts/" + resource)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "the font " + resource + " is missing from this build");
            }
            return new FontFile(
                    new TTFParser()
                            .parse(new RandomAccessReadBuffer(withoutVariants(in.readAllBytes()))));
        }
    }

    /// Lets the entry for variation sequences (platform 0, encoding 5) point to the first table of characters. FontBox
    /// cannot read such a table and would say so in the log of the program each time. OpenType, `cmap`.
    private static byte[] withoutVariants(byte[] bytes) {
        var font = ByteBuffer.wrap(bytes);
        for (var table = 0; table < font.getShort(4); table++) {
            var entry = 12 + table * 16;
            if (font.getInt(entry) != CMAP) {
                continue;
            }
            var cmap = font.getInt(entry + 8);
            for (var i = 1; i < font.getShort(cmap + 2); i++) {
                var encoding = cmap + 4 + i * 8;
                if (font.getInt(encoding) == VARIATION_SEQUENCES) {
                    font.putInt(encoding + 4, font.getInt(cmap + 8));
                }
            }
        }
        return bytes;
    }

    /// The glyph for `codePoint`, 0 if there is none.
    int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    /// Width of a glyph in thousandths of the font size.
    double advance(int glyph) throws IOException {
        return font.getAdvanceWidth(glyph) * 1000.0 / unitsPerEm;
    }

    /// The outline of the glyph for `codePoint`, in thousandths of the font size.
    GeneralPath outline(int codePoint) throws IOException {
        var outline = font.getGlyph().getGlyph(glyph(codePoint)).getPath();
        var scale = 1000.0 / unitsPerEm;
        outline.transform(AffineTransform.getScaleInstance(scale, scale));
        return outline;
    }

    TrueTypeFont font() {
        return font;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
