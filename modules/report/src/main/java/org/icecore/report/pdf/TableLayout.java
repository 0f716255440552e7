package org.icecore.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.icecore.report.Column;
import org.icecore.report.Mark;
import org.icecore.report.Row;
import org.icecore.report.Table;
import org.icecore.report.Tree;
import org.icecore.report.writing.Steps;

/// Lays tables and trees out: header on every page, rows kept whole where they have room on one.
final class TableLayout {

    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final double GUTTER = 12;
    private static final Style SIGN = new Style(Face.MONOSPACED_BOLD, 9, Ink.TEXT);
    private static final double ABOVE = 2.2;
    private static final double BELOW = 2.6;

    /// A row with its place in the tree; a table is a tree of roots.
    private record Entry(int depth, int branches, Row row) {}

    private final PageFlow flow;
    private final Typesetter typesetter;
    private final Steps steps;

    TableLayout(PageFlow flow, Typesetter typesetter, Steps steps) {
        this.flow = flow;
        this.typesetter = typesetter;
        this.steps = steps;
    }

    void lay(Table table) throws IOException {
        var entries = new ArrayList<Entry>(table.rows().size());
        table.rows().forEach(row -> entries.add(new Entry(0, 0, row)));
        lay(table.anchor(), table.caption(), table.columns(), entries, table.omitted());
    }

    void lay(Tree tree) throws IOException {
        var branches = Branches.of(tree.nodes());
        var entries = new ArrayList<Entry>(branches.length);
        for (var i = 0; i < branches.length; i++) {
            entries.add(
                    new Entry(tree.nodes().get(i).depth(), branches[i], tree.nodes().get(i).row()));
        }
        lay(tree.anchor(), tree.caption(), tree.columns(), entries, tree.omitted());
    }

    private void lay(
            Optional<String> anchor,
            Optional<String> caption,
            List<Column> columns,
            List<Entry> entries,
            long omitted)
            throws IOException {
        var marked = entries.stream().anyMatch(entry -> entry.row().mark() != Mark.NONE);
        var grid = grid(columns, entries, marked ? GUTTER : 0);
        var captionLines =
                caption.isEmpty()
                        ? List.<Line>of()
                        : typesetter.lines(caption.get(), Style.CAPTION, WIDTH);
        var first = entries.isEmpty() ? 20 : Math.min(grid.height(entries.getFirst()), 300);
        flow.need(captionLines.size() * Style.CAPTION.leading() + 3 + grid.headHeight() + first);
        anchor.ifPresent(flow::anchor);
        try (var _ = flow.structure().in("Table")) {
            if (!captionLines.isEmpty()) {
                try (var _ = flow.structure().in("Caption")) {
                    flow.lines(captionLines, Style.CAPTION, Sheet.LEFT);
                }
            }
            flow.gap(3);
            grid.firstHead();
            for (var entry : entries) {
                grid.row(entry);
                steps.next();
            }
        }
        if (entries.isEmpty()) {
            flow.advance(2);
            try (var _ = flow.structure().in("P")) {
                flow.lines(
                        typesetter.lines("None.", Style.SMALL, WIDTH),
                        Style.SMALL,
                        Sheet.LEFT + ColumnWidths.PADDING);
            }
        }
        BlockLayout.omitted(flow, typesetter, omitted, "row", "rows");
        flow.gap(12);
    }

    private Grid grid(List<Column> columns, List<Entry> entries, double gutter) throws IOException {
        var deepest = entries.stream().mapToInt(Entry::depth).max().orElse(0);
        var indent = deepest == 0 ? 0 : Math.min(11, 120.0 / deepest);
        var widths = new ColumnWidths(typesetter, columns);
        for (var entry : entries) {
            widths.measure(entry.row().cells(), entry.depth() * indent);
        }
        return new Grid(columns, widths.share(WIDTH - gutter), gutter, indent);
    }

    /// The columns of one table at their places.
    private final class Grid {

        private final List<Column> columns;
        private final double[] widths;
        private final double gutter;
        private final double indent;
        private final List<List<Line>> headers = new ArrayList<>();

        Grid(List<Column> columns, double[] widths, double gutter, double indent)
                throws IOException {
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
        double height(Entry entry) throws IOException {
            var cells = lines(entry);
            var most = most(cells);
            var place = place(entry.row(), entry.depth());
            return most * Style.CELL.leading()
                    + ABOVE
                    + BELOW
                    + placeHeight(place, cells, most, entry.depth());
        }

        private List<List<Line>> lines(Entry entry) throws IOException {
            var cells = new ArrayList<List<Line>>(widths.length);
            for (var i = 0; i < widths.length; i++) {
                var style = ColumnWidths.style(columns.get(i));
                var width =
                        widths[i]
                                - 2 * ColumnWidths.PADDING
                                - (i == 0 ? entry.depth() * indent : 0);
                cells.add(typesetter.lines(entry.row().cells().get(i), style, Math.max(width, 12)));
            }
            return cells;
        }

        private static int most(List<List<Line>> cells) {
            return cells.stream().mapToInt(List::size).reduce(1, Math::max);
        }

        void row(Entry entry) throws IOException {
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
            var right =
                    place.stream().mapToDouble(Line::width).reduce(0, Math::max) + depth * indent;
            var above = 1;
            var x = 0.0;
            for (var i = 0; i < widths.length && x <= right + 2 * ColumnWidths.PADDING; i++) {
                above = Math.max(above, cells.get(i).size());
                x += widths[i];
            }
            return Math.max(
                    0,
                    place.size() * Style.LOCATION.leading()
                            - (most - above) * Style.CELL.leading());
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
        private void stripe(Entry entry, double height, boolean first) throws IOException {
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
                                            Math.min(from, lines.size()),
                                            Math.min(to, lines.size())))
                    .toList();
        }
    }
}
