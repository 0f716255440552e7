package org.icecore.report.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A TrueType font that travels with this module.
final class FontFile implements AutoCloseable {

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
                throw new FileNotFoundException("the font " + resource + " is missing from this build");
            }
            return new FontFile(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        }
    }

    /// The glyph for `codePoint`, 0 if there is none.
    int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    /// Width of a glyph in thousandths of the font size.
    double advance(int glyph) throws IOException {
        return font.getAdvanceWidth(glyph) * 1000.0 / unitsPerEm;
    }

    TrueTypeFont font() {
        return font;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
