package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/// One sheet after the other, and the height at which the next block begins.
final class PageFlow {

    /// A place that links lead to.
    record Place(Sheet sheet, double y) {}

    private final PDDocument document;
    private final VisualOrder order;
    private final Structure structure = new Structure();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private double y = Sheet.BOTTOM;

    PageFlow(PDDocument document, VisualOrder order) {
        this.document = document;
        this.order = order;
    }

    /// What text that is drawn belongs to.
    Structure structure() {
        return structure;
    }

    /// The sheet that is being drawn on.
    Sheet sheet() {
        return sheets.getLast();
    }

    /// All sheets, in their order.
    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /// Where the next block begins.
    double y() {
        return y;
    }

    /// Height that is left on this sheet.
    double room() {
        return Sheet.BOTTOM - y;
    }

    /// Whether nothing stands on this sheet yet.
    boolean atTop() {
        return y <= Sheet.TOP + 0.01;
    }

    void advance(double height) {
        y += height;
    }

    /// Leaves space before the next block, but not at the top of a sheet.
    void gap(double height) {
        if (!atTop()) {
            y += height;
        }
    }

    /// Takes a new sheet unless `height` more points have room on this one.
    void need(double height) throws IOException {
        if (height > room()) {
            newSheet();
        }
    }

    /// Takes a new sheet.
    void newSheet() throws IOException {
        if (!sheets.isEmpty()) {
            sheet().putAway();
        }
        var sheet = new Sheet(document, order, structure);
        document.addPage(sheet.page());
        sheets.add(sheet);
        y = Sheet.TOP;
    }

    /// Makes the present height a place that links can lead to.
    void anchor(String name) {
        places.put(name, new Place(sheet(), y));
    }

    /// The place of `anchor`, which must have been passed.
    Place place(String anchor) {
        var place = places.get(anchor);
        if (place == null) {
            throw new IllegalStateException("no place was made for the anchor " + anchor);
        }
        return place;
    }

    /// Draws lines one below the other, on further sheets if need be.
    ///
    /// @param x where each begins
    void lines(List<Line> lines, Style style, double x) throws IOException {
        for (var line : lines) {
            need(style.leading());
            sheet().text(line, x, y + style.size());
            y += style.leading();
        }
    }
}
