package org.icecore.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// An A4 page that is being drawn on. Lengths are points, from the upper left corner down and to the right.
///
/// A sheet can be put away and drawn on again; what was drawn is kept compressed.
final class Sheet {

    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    static final double LEFT = 58;
    static final double RIGHT = WIDTH - 58;
    static final double TOP = 84;
    static final double BOTTOM = HEIGHT - 72;

    /// A rectangle that leads somewhere.
    record Hotspot(
            Sheet sheet, double left, double top, double right, double bottom, String anchor) {}

    private final PDDocument document;
    private final VisualOrder order;
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final List<Hotspot> hotspots = new ArrayList<>();
    private final COSArray contents = new COSArray();
    private ByteArrayOutputStream drawn = new ByteArrayOutputStream();

    Sheet(PDDocument document, VisualOrder order) {
        this.document = document;
        this.order = order;
    }

    PDPage page() {
        return page;
    }

    /// Rectangles that lead somewhere, in the order they were drawn.
    List<Hotspot> hotspots() {
        return List.copyOf(hotspots);
    }

    /// An area of one colour.
    void fill(Ink ink, double left, double top, double width, double height) {
        put(
                ink.operands()
                        + " rg "
                        + number(left)
                        + " "
                        + number(HEIGHT - top - height)
                        + " "
                        + number(width)
                        + " "
                        + number(height)
                        + " re f\n");
    }

    /// A straight line.
    void rule(Ink ink, double thickness, double fromX, double fromY, double toX, double toY) {
        put(
                ink.operands()
                        + " RG "
                        + number(thickness)
                        + " w "
                        + number(fromX)
                        + " "
                        + number(HEIGHT - fromY)
                        + " m "
                        + number(toX)
                        + " "
                        + number(HEIGHT - toY)
                        + " l S\n");
    }

    /// A line across the text area.
    void rule(Ink ink, double thickness, double y) {
        rule(ink, thickness, LEFT, y, RIGHT, y);
    }

    /// Text that begins at `x`.
    void text(Line line, double x, double baseline) throws IOException {
        var at = x;
        for (var run : line.runs()) {
            if (run.glyphs().isEmpty()) {
                continue;
            }
            draw(run, at, baseline);
            var width = run.width();
            var left = at;
            var size = run.style().size();
            run.anchor()
                    .ifPresent(
                            anchor -> {
                                rule(
                                        run.style().ink(),
                                        0.4,
                                        left,
                                        baseline + size * 0.16,
                                        left + width,
                                        baseline + size * 0.16);
                                link(
                                        left,
                                        baseline - size * 0.9,
                                        left + width,
                                        baseline + size * 0.28,
                                        anchor);
                            });
            at += width;
        }
    }

    /// Text that ends at `x`.
    void textEndingAt(Line line, double x, double baseline) throws IOException {
        text(line, x - line.width(), baseline);
    }

    /// A rectangle that leads to `anchor`.
    void link(double left, double top, double right, double bottom, String anchor) {
        hotspots.add(new Hotspot(this, left, top, right, bottom, anchor));
    }

    private void draw(Run run, double x, double baseline) throws IOException {
        put(
                "BT "
                        + run.style().ink().operands()
                        + " rg 1 0 0 1 "
                        + number(x)
                        + " "
                        + number(HEIGHT - baseline)
                        + " Tm\n");
        var glyphs = order.of(run);
        for (var i = 0; i < glyphs.size(); ) {
            var font = glyphs.get(i).font();
            var codes = new StringBuilder();
            for (; i < glyphs.size() && glyphs.get(i).font() == font; i++) {
                codes.append(hex(glyphs.get(i).code()));
            }
            put(
                    "/"
                            + font.resourceName()
                            + " "
                            + number(run.style().size())
                            + " Tf <"
                            + codes
                            + "> Tj\n");
        }
        put("ET\n");
    }

    private void put(String operators) {
        drawn.writeBytes(operators.getBytes(StandardCharsets.US_ASCII));
    }

    /// Keeps what was drawn, compressed, so that many sheets need little memory.
    void putAway() throws IOException {
        if (drawn.size() == 0) {
            return;
        }
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            drawn.writeTo(out);
        }
        contents.add(stream);
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
        drawn = new ByteArrayOutputStream();
    }

    private static String hex(int code) {
        var digits = Integer.toHexString(code + 0x10000);
        return digits.substring(digits.length() - 4);
    }

    /// A number as PDF writes it, to a thousandth.
    static String number(double value) {
        var thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) {
            return Long.toString(thousandths / 1000);
        }
        var sign = thousandths < 0 ? "-" : "";
        var magnitude = Math.abs(thousandths);
        var fraction = Long.toString(magnitude % 1000 + 1000).substring(1);
        return sign + magnitude / 1000 + "." + fraction.replaceAll("0+$", "");
    }
}
