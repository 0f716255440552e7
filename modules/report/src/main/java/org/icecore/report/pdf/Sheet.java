package org.icecore.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    ///
    /// @param label what a reader who does not see the page is told
    record Hotspot(
            double left,
            double top,
            double right,
            double bottom,
            String anchor,
            Element element,
            String label) {}

    private final PDDocument document;
    private final VisualOrder order;
    private final Structure structure;
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final List<Hotspot> hotspots = new ArrayList<>();
    private final COSArray contents = new COSArray();
    /// For each mark on this page, from 0, the element it belongs to.
    private final COSArray owners = new COSArray();
    private Optional<Marking> marked = Optional.empty();
    private ByteArrayOutputStream drawn = new ByteArrayOutputStream();

    Sheet(PDDocument document, VisualOrder order, Structure structure) {
        this.document = document;
        this.order = order;
        this.structure = structure;
    }

    PDPage page() {
        return page;
    }

    /// The elements that the marks on this page belong to.
    COSArray owners() {
        return owners;
    }

    /// Rectangles that lead somewhere, in the order they were drawn.
    List<Hotspot> hotspots() {
        return List.copyOf(hotspots);
    }

    /// An area of one colour.
    void fill(Ink ink, double left, double top, double width, double height) {
        mark(Artifact.LAYOUT);
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
        mark(Artifact.LAYOUT);
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
            if (run.anchor().isPresent()) {
                link(run, at, baseline, run.anchor().get());
            } else {
                draw(run, at, baseline);
            }
            at += run.width();
        }
    }

    private void link(Run run, double left, double baseline, String anchor) throws IOException {
        var right = left + run.width();
        var size = run.style().size();
        var below = baseline + size * 0.16;
        var element = structure.add("Link");
        rule(run.style().ink(), 0.4, left, below, right, below);
        try (var _ = structure.in(element)) {
            draw(run, left, baseline);
        }
        hotspots.add(
                new Hotspot(
                        left,
                        baseline - size * 0.9,
                        right,
                        baseline + size * 0.28,
                        anchor,
                        element,
                        run.text()));
    }

    /// Text that ends at `x`.
    void textEndingAt(Line line, double x, double baseline) throws IOException {
        text(line, x - line.width(), baseline);
    }

    /// A rectangle that leads somewhere, whose text is drawn apart.
    void link(Hotspot spot) {
        hotspots.add(spot);
    }

    private void draw(Run run, double x, double baseline) throws IOException {
        mark(structure.current());
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
                codes.append(hex(glyphs.get(i).code(), font.codeDigits()));
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

    /// What is drawn from here on belongs to `next`.
    private void mark(Marking next) {
        if (marked.isPresent() && marked.get() == next) {
            return;
        }
        endMark();
        switch (next) {
            case Artifact artifact -> put("/Artifact <</Type /" + artifact.type() + ">> BDC\n");
            case Element element -> {
                put("/" + element.type() + " <</MCID " + owners.size() + ">> BDC\n");
                element.content(page, owners.size());
                owners.add(element.dictionary());
            }
        }
        marked = Optional.of(next);
    }

    private void endMark() {
        if (marked.isPresent()) {
            put("EMC\n");
            marked = Optional.empty();
        }
    }

    private void put(String operators) {
        drawn.writeBytes(operators.getBytes(StandardCharsets.US_ASCII));
    }

    /// Keeps what was drawn, compressed, so that many sheets need little memory.
    void putAway() throws IOException {
        endMark();
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

    private static String hex(int code, int count) {
        var digits = Integer.toHexString(code + 0x10000);
        return digits.substring(digits.length() - count);
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
