package org.icecore.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A font as it stands in one PDF: only the glyphs that were used, each under a code of its own.
///
/// A code belongs to a character, not to a glyph. Where two characters share a glyph, as a radical and an ideograph do,
/// each is read back as itself. ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
final class EmbeddedFont implements ReportFont {

    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final FontFile file;
    private final String resourceName;
    private final Map<Integer, Glyph> used = new HashMap<>();
    private final List<Integer> glyphs = new ArrayList<>();
    private final List<Glyph> codes = new ArrayList<>();

    EmbeddedFont(FontFile file, String resourceName) {
        this.file = file;
        this.resourceName = resourceName;
        glyphs.add(0);
    }

    @Override
    public String resourceName() {
        return resourceName;
    }

    @Override
    public int codeDigits() {
        return 4;
    }

    boolean has(int codePoint) {
        return file.glyph(codePoint) != 0;
    }

    @Override
    public boolean isUsed() {
        return !codes.isEmpty();
    }

    /// The glyph for `codePoint`, which this font must have.
    Glyph glyph(int codePoint) throws IOException {
        return glyph(codePoint, codePoint);
    }

    /// A glyph that is read as `codePoint` and drawn as `drawn`, which this font must have.
    Glyph glyph(int codePoint, int drawn) throws IOException {
        var known = used.get(codePoint);
        if (known != null) {
            return known;
        }
        var id = file.glyph(drawn);
        var glyph = new Glyph(this, glyphs.size(), file.advance(id), codePoint);
        glyphs.add(id);
        codes.add(glyph);
        used.put(codePoint, glyph);
        return glyph;
    }

    @Override
    public COSDictionary write(PDDocument document) throws IOException {
        var subsetter = new TTFSubsetter(file.font(), TABLES);
        subsetter.addGlyphIds(new TreeSet<>(glyphs));
        var newIds = new HashMap<Integer, Integer>();
        subsetter.getGIDMap().forEach((newId, oldId) -> newIds.put(oldId, newId));
        var program = new ByteArrayOutputStream();
        subsetter.writeToStream(program);

        var name = COSName.getPDFName(tag() + "+" + file.font().getName());
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor(document, name, program.toByteArray()));
        descendant.setItem(COSName.W, widths());
        descendant.setItem(COSName.CID_TO_GID_MAP, glyphMap(document, newIds));

        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var descendants = new COSArray();
        descendants.add(descendant);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, toUnicode(document, codes));
        return font;
    }

    private COSDictionary descriptor(PDDocument document, COSName name, byte[] program)
            throws IOException {
        var scale = 1000.0 / file.font().getUnitsPerEm();
        var header = file.font().getHeader();
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4);
        var box = new COSArray();
        for (var edge :
                new int[] {
                    header.getXMin(), header.getYMin(), header.getXMax(), header.getYMax()
                }) {
            box.add(COSInteger.get(Math.round(edge * scale)));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        var metrics = file.font().getHorizontalHeader();
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, (int) Math.round(metrics.getAscender() * scale));
        descriptor.setInt(COSName.DESCENT, (int) Math.round(metrics.getDescender() * scale));
        descriptor.setInt(COSName.CAP_HEIGHT, 700);
        descriptor.setInt(COSName.STEM_V, 80);
        var file2 = ReportFont.stream(document, program);
        file2.setInt(COSName.LENGTH1, program.length);
        descriptor.setItem(COSName.FONT_FILE2, file2);
        return descriptor;
    }

    private COSArray widths() {
        var each = new COSArray();
        each.add(COSInteger.get(0));
        for (var glyph : codes) {
            each.add(COSInteger.get(Math.round(glyph.advance())));
        }
        var widths = new COSArray();
        widths.add(COSInteger.ZERO);
        widths.add(each);
        return widths;
    }

    private COSStream glyphMap(PDDocument document, Map<Integer, Integer> newIds)
            throws IOException {
        var map = new byte[glyphs.size() * 2];
        for (var code = 0; code < glyphs.size(); code++) {
            var id = newIds.getOrDefault(glyphs.get(code), 0);
            map[code * 2] = (byte) (id >> 8);
            map[code * 2 + 1] = (byte) (int) id;
        }
        return ReportFont.stream(document, map);
    }

    /// Six letters that tell this subset from others. ISO 32000-1, 9.6.4.
    private String tag() {
        var sum = Integer.toUnsignedLong(glyphs.hashCode());
        var letters = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            letters.append((char) ('A' + sum % 26));
            sum /= 26;
        }
        return letters.toString();
    }
}
