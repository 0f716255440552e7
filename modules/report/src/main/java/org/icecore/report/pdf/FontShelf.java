package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts of one document, and the way from text to their glyphs.
///
/// A font is read when the first character needs it: the large Chinese one is not, where there is nothing Chinese.
final class FontShelf implements AutoCloseable {

    private final ArabicForms arabic = new ArabicForms();
    private final Map<String, FontFile> files = new HashMap<>();
    private final Map<String, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final List<HangulFont> hangul = new ArrayList<>();
    /// Syllables look alike in all faces, and each has one code.
    private final Map<Integer, Glyph> syllables = new HashMap<>();
    private final Map<Face, Map<Integer, List<Glyph>>> known = new EnumMap<>(Face.class);

    /// The glyphs that show `text` in `face`, in the order it is read. A character that no font has is written as its
    /// number in brackets.
    ///
    /// @param text of visible characters only
    List<Glyph> shape(String text, Face face) throws IOException {
        var shaped = arabic.shape(text);
        var glyphs = new ArrayList<Glyph>(shaped.length());
        for (var i = 0; i < shaped.length(); ) {
            var point = shaped.codePointAt(i);
            glyphs.addAll(find(point, face));
            i += Character.charCount(point);
        }
        return glyphs;
    }

    private List<Glyph> find(int codePoint, Face face) throws IOException {
        var glyphs = known.computeIfAbsent(face, _ -> new HashMap<>());
        var found = glyphs.get(codePoint);
        if (found == null) {
            found = search(codePoint, face);
            glyphs.put(codePoint, found);
        }
        return found;
    }

    private List<Glyph> search(int codePoint, Face face) throws IOException {
        for (var name : face.files()) {
            var font = font(name);
            if (font.has(codePoint)) {
                return List.of(font.glyph(codePoint));
            }
        }
        if (Jamo.isSyllable(codePoint)) {
            var known = syllables.get(codePoint);
            var syllable = known == null ? hangul().glyph(codePoint) : known;
            syllables.put(codePoint, syllable);
            return List.of(syllable);
        }
        var alone = Jamo.standingAlone(codePoint);
        if (alone.isPresent()) {
            return List.of(font(Face.LETTERS_OF_HANGUL).glyph(codePoint, alone.getAsInt()));
        }
        var escape = new ArrayList<Glyph>();
        for (var c : "[U+%04X]".formatted(codePoint).toCharArray()) {
            escape.addAll(find(c, face));
        }
        return List.copyOf(escape);
    }

    /// A font with room for one more syllable.
    private HangulFont hangul() throws IOException {
        if (hangul.isEmpty() || !hangul.getLast().hasRoom()) {
            font(Face.LETTERS_OF_HANGUL);
            hangul.add(new HangulFont(files.get(Face.LETTERS_OF_HANGUL), "H" + hangul.size()));
        }
        return hangul.getLast();
    }

    private EmbeddedFont font(String name) throws IOException {
        var font = fonts.get(name);
        if (font == null) {
            var file = FontFile.load(name);
            files.put(name, file);
            font = new EmbeddedFont(file, "F" + fonts.size());
            fonts.put(name, font);
        }
        return font;
    }

    /// The font resources for all pages; called once, when no more text follows.
    COSDictionary write(PDDocument document) throws IOException {
        var resources = new COSDictionary();
        for (var font :
                Stream.concat(fonts.values().stream(), hangul.stream())
                        .filter(ReportFont::isUsed)
                        .toList()) {
            resources.setItem(COSName.getPDFName(font.resourceName()), font.write(document));
        }
        return resources;
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
    }
}
