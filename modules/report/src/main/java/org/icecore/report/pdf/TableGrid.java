package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;

/// The columns of one table at their places.
final class TableGrid {

    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final Style SIGN = new Style(Face.MONOSPACED_BOLD, 9, Ink.TEXT);
    private static final double ABOVE = 2.2;
    private static final double BELOW = 2.6;

    private final PageFlow flow;
    private final Typesetter typesetter;
    private final List<Column> columns;
    private final double[] widths;
    private final double gutter;
    private final double indent;
    private final List<List<Line>> headers = new ArrayList<>();

    /// @param widths of the columns, paddings included
    /// @param gutter space for signs, before the first column
    /// @param indent of a row below another in a tree
    TableGrid(
            PageFlow flow,
            Typesetter typesetter,
            List<Column> columns,
            double[] widths,
            double gutter,
            double indent)
            throws IOException {
        this.flow = flow;
        this.typesetter = typesetter;
        this.columns = columns;
        this.widths = widths;
        this.gutter = gutter;
        this.indent = indent;
        for (var i = 0; i < widths.length; i++) {
            headers.add(
                    typesetter.lines(
                            columns.get(i).header(),
                            Style.HEAD,
                            widths[i] - 2 * ColumnWidths.PADDING));
        }
    }

    double headHeight() {
        return headers.stream().mapToInt(List::size).max().orElse(0) * Style.HEAD.leading()
                + ABOVE
                + BELOW;
    }

    /// The header that is read; those on further sheets only repeat it.
    void firstHead() throws IOException {
        var marks = marks("TH");
        for (var mark : marks) {
            mark.headsColumn();
        }
        head(marks);
    }

    /// A cell of the given type for each column, in a new row.
    private List<Element> marks(String type) {
        var row = flow.structure().add("TR");
        var marks = new ArrayList<Element>(widths.length);
        for (var _ : widths) {
            marks.add(new Element(type, row));
        }
        return marks;
    }

    private void head(List<? extends Marking> marks) throws IOException {
        var sheet = flow.sheet();
        var top = flow.y();
        sheet.rule(Ink.SOFT, 0.6, top);
        cells(headers, marks, Style.HEAD, top + ABOVE, 0);
        flow.advance(headHeight());
        sheet.rule(Ink.SOFT, 0.6, flow.y());
    }

    /// Height of a row that is not parted.
    double height(TableRow entry) throws IOException {
        var cells = lines(entry);
        var most = most(cells);
        var place = place(entry.row(), entry.depth());
        return most * Style.CELL.leading()
                + ABOVE
                + BELOW
                + placeHeight(place, cells, most, entry.depth());
    }

    private List<List<Line>> lines(TableRow entry) throws IOException {
        var cells = new ArrayList<List<Line>>(widths.length);
        for (var i = 0; i < widths.length; i++) {
            var style = ColumnWidths.style(columns.get(i));
            var width =
                    widths[i] - 2 * ColumnWidths.PADDING - (i == 0 ? entry.depth() * indent : 0);
            cells.add(typesetter.lines(entry.row().cells().get(i), style, Math.max(width, 12)));
        }
        return cells;
    }

    private static int most(List<List<Line>> cells) {
        return cells.stream().mapToInt(List::size).reduce(1, Math::max);
    }

    void row(TableRow entry) throws IOException {
        var cells = lines(entry);
        var most = most(cells);
        var leading = Style.CELL.leading();
        var place = place(entry.row(), entry.depth());
        var below = placeHeight(place, cells, most, entry.depth());
        var height = most * leading + ABOVE + BELOW + below;
        if (height > flow.room() && height < Sheet.BOTTOM - Sheet.TOP - headHeight()) {
            nextSheet();
        }
        var from = 0;
        var marks = marks("TD");
        while (from < most) {
            if (flow.room() < leading + ABOVE + BELOW) {
                nextSheet();
            }
            var fit = (int) ((flow.room() - ABOVE - BELOW + 0.001) / leading);
            var to = Math.min(most, from + Math.max(1, fit));
            var last = to == most;
            var part = (to - from) * leading + ABOVE + BELOW + (last ? below : 0);
            // The sign before a row and the place below it are read with its first cell.
            try (var _ = flow.structure().in(marks.getFirst())) {
                stripe(entry, part, from == 0);
            }
            cells(
                    slice(cells, from, to),
                    marks,
                    Style.CELL,
                    flow.y() + ABOVE,
                    entry.depth() * indent);
            if (last) {
                try (var _ = flow.structure().in(marks.getFirst())) {
                    place(
                            place,
                            flow.y() + part - BELOW - place.size() * Style.LOCATION.leading(),
                            entry.depth());
                }
            }
            flow.advance(part);
            flow.sheet().rule(Ink.HAIRLINE, 0.35, flow.y());
            from = to;
        }
    }

    private void nextSheet() throws IOException {
        flow.newSheet();
        head(Collections.nCopies(widths.length, Artifact.LAYOUT));
    }

    private List<Line> place(Row row, int depth) throws IOException {
        return row.location().isEmpty()
                ? List.of()
                : typesetter.lines(
                        row.location().get(),
                        Style.LOCATION,
                        WIDTH - gutter - ColumnWidths.PADDING - depth * indent);
    }

    /// Height that the location of a row needs below its cells: little or none where the cells above it are short.
    private double placeHeight(List<Line> place, List<List<Line>> cells, int most, int depth) {
        var right = place.stream().mapToDouble(Line::width).reduce(0, Math::max) + depth * indent;
        var above = 1;
        var x = 0.0;
        for (var i = 0; i < widths.length && x <= right + 2 * ColumnWidths.PADDING; i++) {
            above = Math.max(above, cells.get(i).size());
            x += widths[i];
        }
        return Math.max(
                0, place.size() * Style.LOCATION.leading() - (most - above) * Style.CELL.leading());
    }

    private void place(List<Line> lines, double top, int depth) throws IOException {
        var baseline = top + Style.LOCATION.size();
        for (var line : lines) {
            flow.sheet()
                    .text(
                            line,
                            Sheet.LEFT + gutter + ColumnWidths.PADDING + depth * indent,
                            baseline);
            baseline += Style.LOCATION.leading();
        }
    }

    /// The ground of a row, its sign and its branches.
    private void stripe(TableRow entry, double height, boolean first) throws IOException {
        var mark = entry.row().mark();
        var sheet = flow.sheet();
        if (mark != Mark.NONE) {
            sheet.fill(Ink.wash(mark), Sheet.LEFT, flow.y() + 0.2, WIDTH, height - 0.2);
            if (first) {
                var style = SIGN.in(Ink.of(mark));
                try (var _ = flow.structure().in("Span")) {
                    sheet.text(
                            typesetter.line(mark.sign(), style),
                            Sheet.LEFT + 4,
                            baseline(flow.y() + ABOVE));
                }
            }
        }
        var left = Sheet.LEFT + gutter + ColumnWidths.PADDING + 3;
        var middle = flow.y() + ABOVE + Style.CELL.leading() * 0.5;
        for (var depth = 1; depth <= Math.min(entry.depth(), Branches.DEEPEST); depth++) {
            var x = left + (depth - 1) * indent;
            var onward = (entry.branches() >> depth & 1) == 1;
            var own = depth == entry.depth();
            if (onward || own && first) {
                sheet.rule(Ink.RULE, 0.6, x, flow.y(), x, onward ? flow.y() + height : middle);
            }
            if (own && first) {
                sheet.rule(Ink.RULE, 0.6, x, middle, x + indent - 4.5, middle);
            }
        }
    }

    private void cells(
            List<List<Line>> cells,
            List<? extends Marking> marks,
            Style style,
            double top,
            double indented)
            throws IOException {
        var x = Sheet.LEFT + gutter;
        for (var i = 0; i < widths.length; i++) {
            try (var _ = flow.structure().in(marks.get(i))) {
                var left = x + ColumnWidths.PADDING + (i == 0 ? indented : 0);
                var right = x + widths[i] - ColumnWidths.PADDING;
                var baseline = baseline(top);
                for (var line : cells.get(i)) {
                    switch (columns.get(i).alignment()) {
                        case LEFT -> flow.sheet().text(line, left, baseline);
                        case RIGHT -> flow.sheet().textEndingAt(line, right, baseline);
                    }
                    baseline += style.leading();
                }
            }
            x += widths[i];
        }
    }

    private double baseline(double top) {
        return top + Style.CELL.size();
    }

    private static List<List<Line>> slice(List<List<Line>> cells, int from, int to) {
        return cells.stream()
                .map(
                        lines ->
                                lines.subList(
                                        Math.min(from, lines.size()), Math.min(to, lines.size())))
                .toList();
    }
}
