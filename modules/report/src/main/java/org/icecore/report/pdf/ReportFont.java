package org.icecore.report.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A font as it stands in one PDF: a code for each character that was used, and the way back from code to character.
sealed interface ReportFont permits EmbeddedFont, HangulFont {

    /// The name under which content streams select this font.
    String resourceName();

    /// Number of hexadecimal digits of a code in a content stream.
    int codeDigits();

    /// Whether any text is shown in this font.
    boolean isUsed();

    /// The font dictionary with all it needs; called once, when no more text follows.
    COSDictionary write(PDDocument document) throws IOException;

    /// The map from codes to characters by which text is copied and searched. ISO 32000-1, 9.10.3.
    default COSStream toUnicode(PDDocument document, List<Glyph> glyphs) throws IOException {
        var code = "<%0" + codeDigits() + "X>";
        var map =
                new StringBuilder(
                        """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                """);
        map.append(code.formatted(0))
                .append(' ')
                .append(code.formatted((1L << 4 * codeDigits()) - 1))
                .append("\nendcodespacerange\n");
        for (var from = 0; from < glyphs.size(); from += 100) {
            var block = glyphs.subList(from, Math.min(glyphs.size(), from + 100));
            map.append(block.size()).append(" beginbfchar\n");
            for (var glyph : block) {
                map.append(code.formatted(glyph.code())).append(" <");
                for (var unit : ArabicForms.letterOf(glyph.codePoint()).toCharArray()) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append(
                """
                endcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """);
        return stream(document, map.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /// A compressed stream of the given bytes.
    static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }
}
